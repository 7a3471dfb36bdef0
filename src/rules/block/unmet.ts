import { bad, good, type ProjectRule } from '#model/rule.ts';

/** Lets the schema of each functional block judge its register, posts, processes and documents. */
export const blockUnmet: ProjectRule = {
  code: 'block/unmet', severity: 'error', whileBuilding: 'warning', basis: 'own-rule', scope: 'project',
  title: { en: 'A functional block is incomplete', 'zh-CN': '职能板块不完整' },
  why: {
    en: 'Each block (licensing, enforcement, consumer rights, support) has a schema of what its work needs to be settled: basis, limits, posts, forms.',
    'zh-CN': '行政许可、执法办案、消费者权益维护、综合保障各板块都有一份格式，规定其工作须明确的依据、时限、岗位和表单。',
  },
  messages: { found: { en: '{say} (block {block})', 'zh-CN': '{say}（{block}板块）' } },
  examples: [
    bad(`
=== organization.yaml
kind: organization
units:
  - id: registration # expect block/unmet
    name: 注册登记处
    block: licensing
`),
    good(`
=== organization.yaml
kind: organization
units:
  - id: leadership
    name: 局领导
    block: top
`),
  ],
  *check(project) {
    for (const dossier of project.blocks) {
      const units = dossier.data['units'] as readonly unknown[];
      if (units.length === 0) continue; // a workspace without such units does no such work
      const title = project.standard.blocks.find(({ id }) => id === dossier.block)?.title ?? dossier.block;
      for (const { pointer, say, basis, coveredBy } of project.judges.blocks.get(dossier.block)?.(dossier.data) ?? []) {
        yield { at: dossier.source(pointer), basis, message: 'found', args: { say, block: title }, ...(coveredBy ? { coveredBy } : {}) };
      }
    }
  },
};
