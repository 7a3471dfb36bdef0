import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { findClause, findItem, type Standard } from '#model/standard.ts';
import type { Exclusion } from '#model/system.ts';
import { allWords } from '#model/text.ts';
import { allowedExclusions } from '../shared/allowed-exclusions.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';
import { refusedGround } from '../shared/refused-ground.ts';

/** EXC-002: each exclusion is justified in words of its own, and its effects are thought through. */
export const exclusionJustification: ProjectRule = {
  code: 'exclusion/justification', severity: 'error', scope: 'project',
  title: { en: 'An exclusion is not justified', 'zh-CN': '删减没有正当理由' },
  why: {
    en: 'The standard wants details and reasons in the manual; an exclusion without them is refused at the first audit.',
    'zh-CN': '标准要求在手册中写明删减的细节和理由；说不出理由的删减，第一次审核就不会被接受。',
  },
  messages: {
    missing: {
      en: 'Clause {clause} is excluded without a reason. Say what in the nature of the organization and its service makes the requirement inapplicable.',
      'zh-CN': '删减条款 {clause} 没有写理由。请说明单位及其服务的什么性质使该要求不适用。',
    },
    short: {
      en: 'The reason for excluding {clause} has {length} characters; at least {min} are asked for. Say which services it concerns and why the requirement cannot be applied to them.',
      'zh-CN': '删减条款 {clause} 的理由只有{length}个字，至少应有{min}个字。请写明涉及哪些服务、为什么用不上该要求。',
    },
    repeats: {
      en: 'The reason for excluding {clause} only repeats the clause. Say what in the nature of the service makes it inapplicable.',
      'zh-CN': '删减条款 {clause} 的理由只是重复条款的标题或要求。请说明服务的什么性质使其不适用。',
    },
    effects: {
      en: 'The exclusion of {clause} does not say how it leaves untouched: {effects}. Fill it in.',
      'zh-CN': '删减条款 {clause} 没有说明为什么不影响{effects}。请补填。',
    },
  },
  examples: [
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6" # expect exclusion/justification
    effect_on_ability: 放行依据都可从书面材料核实。
    effect_on_responsibility: 送检和采信检验报告仍由本局负责。
  - clause: "7.3"
    justification: 本局没有设计活动。 # expect exclusion/justification
    effect_on_ability: 条件和程序由法律规定。
    effect_on_responsibility: 法律责任不变。
`),
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6" # expect exclusion/justification
    justification: 标准7.6条款“监视和测量装置的控制”的要求对本局不适用，本局决定对该条款“监视和测量装置的控制”予以删减。 # expect exclusion/justification
`),
    good(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6"
    justification: 本局提供的成果是登记决定和处罚决定，是否合格由审查、核准、核审等人的判断来证明，不使用测量装置。
    effect_on_ability: 放行依据都可从书面材料核实。
    effect_on_responsibility: 送检和采信检验报告仍由本局负责。
`),
  ],
  *check(project) {
    const { standard, words, config } = project;
    const min = config.thresholds.justification_min_chars;
    for (const entry of allowedExclusions(project)) {
      const { clause, justification, effect_on_ability, effect_on_responsibility } = entry.value;
      const length = longest(justification);
      const at = spot(entry, ...(length === 0 ? ['clause'] : ['justification']));
      if (length === 0) yield { at, message: 'missing', args: { clause } };
      // exclusion/ground-refused tells of a reason that is none
      else if (!refusedGround(justification, words, min)) {
        if (length < min) yield { at, message: 'short', args: { clause, length, min } };
        else if (ownWords(entry.value, standard) < min / 2) yield { at, message: 'repeats', args: { clause } };
      }
      const effects = missing([
        [effect_on_ability, { en: 'the ability to provide a conforming service (`effect_on_ability`)', 'zh-CN': '提供合格服务的能力（`effect_on_ability`）' }],
        [effect_on_responsibility, { en: 'the responsibilities it has (`effect_on_responsibility`)', 'zh-CN': '应负的责任（`effect_on_responsibility`）' }],
      ]);
      if (effects.length > 0) yield { at: spot(entry, 'clause'), message: 'effects', args: { clause, effects: listed(effects) } };
    }
  },
};

function longest(words: Exclusion['justification']): number {
  return Math.max(0, ...allWords(words).map((text) => text.replace(/\s/g, '').length));
}

/** Characters left of a justification when clause, title, requirement and the phrases of any exclusion are taken out. */
function ownWords({ clause, items = [], justification }: Exclusion, standard: Standard): number {
  const known = findClause(standard, clause);
  const quoted = [known?.title, ...(known?.items ?? []).map(({ text }) => text), ...items.map((item) => findItem(standard, item)?.text)]
    .flatMap((text) => (text ? Object.values(text) : [])).map(bare).sort((a, b) => b.length - a.length);
  return Math.max(0, ...allWords(justification).map((text) => {
    let rest = bare(text);
    for (const quote of quoted) rest = rest.replaceAll(quote, '');
    return rest.replace(/本局|本单位|本组织|标准|条款|要求|规定|决定|予以|因此|所以|删减|不适用|适用|对|的|该|此|在|theorganization|thisclause|therequirements?|ofthestandard|notapplicable|doesnotapply|isexcluded|clause|\d+(?:\.\d+)*/g, '').length;
  }));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]/gu, (mark) => (mark === '.' ? '.' : '')).replace(/(?<!\d)\.|\.(?!\d)/g, '');
}
