import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords, type Wording } from '#model/text.ts';
import { clausesOfCode } from '../shared/clauses-of-code.ts';

/** Who helped to build the system may not certify it. */
export const consultantCertifies: ProjectRule = {
  code: 'supplier/consultant-certifies', severity: 'error', basis: 'practice', scope: 'project',
  title: { en: 'Consultant and certifier are the same', 'zh-CN': '咨询机构与认证机构是同一家' },
  why: { en: 'A body that certifies its own advice is not impartial, and accreditation rules forbid it.', 'zh-CN': '自己咨询、自己认证，失去公正性，认可规则也不允许。' },
  messages: {
    found: { en: '{name} is both consultant ({other}) and certifier. Have the system certified by a body that gave no advice.', 'zh-CN': '“{name}”既是咨询机构（{other}），又是认证机构。请委托没有提供过咨询的机构认证。' },
  },
  examples: [
    bad(`
=== suppliers.yaml
kind: suppliers
suppliers:
  - { id: GF-01, name: 甲质量服务公司, provides: 贯标咨询, role: consultant }
  - id: GF-02
    name: 甲质量服务公司 # expect supplier/consultant-certifies
    provides: 体系认证
    role: certifier
`),
    good(`
=== suppliers.yaml
kind: suppliers
suppliers:
  - { id: GF-01, name: 甲质量服务公司, provides: 贯标咨询, role: consultant }
  - { id: GF-02, name: 乙认证中心, provides: 体系认证, role: certifier }
`),
  ],
  *check({ registers, standard }) {
    const consultants = registers.suppliers.filter(({ value }) => value.role === 'consultant');
    for (const certifier of registers.suppliers.filter(({ value }) => value.role === 'certifier')) {
      const consultant = consultants.find(({ value }) => shareName(value.name, certifier.value.name));
      if (consultant) {
        yield {
          at: spot(certifier, 'name'), clauses: clausesOfCode(standard, 'supplier/unevaluated'), message: 'found',
          args: { name: certifier.value.name, other: consultant.value.id }, related: [spot(consultant, 'name')],
        };
      }
    }
  },
};

function shareName(a: Wording, b: Wording): boolean {
  return bare(a).some((name) => bare(b).includes(name));
}

function bare(words: Wording): string[] {
  return allWords(words).map((word) => word.replace(/\s/g, '').toLowerCase());
}
