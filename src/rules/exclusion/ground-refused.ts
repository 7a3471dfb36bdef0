import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allowedExclusions } from '../shared/allowed-exclusions.ts';
import { refusedGround } from '../shared/refused-ground.ts';

/** EXC-004: some grounds for an exclusion are never accepted. */
export const groundRefused: ProjectRule = {
  code: 'exclusion/ground-refused', severity: 'error', scope: 'project',
  title: { en: 'An exclusion rests on a ground that is not accepted', 'zh-CN': '删减的理由不能成立' },
  why: {
    en: 'Only the nature of the organization and its service can make a requirement inapplicable; that meeting it is inconvenient cannot.',
    'zh-CN': '只有单位及其服务的性质才能使要求不适用；不方便、没条件都不是理由。',
  },
  messages: {
    found: {
      en: 'The exclusion of {clause} rests on {ground}, which is no accepted ground. Give a reason that lies in the nature of the service, or meet the clause.',
      'zh-CN': '删减条款 {clause} 以“{ground}”为理由，这不是可以接受的理由。请写出自服务性质的理由，否则应落实该条款。',
    },
  },
  examples: [
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6"
    justification: 商品检验全部委托给外单位的检验机构承担，本局自己不做检验，因此监视和测量装置的控制在本局不适用。 # expect exclusion/ground-refused
  - clause: "7.3"
    justification: 人手不足，没有专门的设计人员。 # expect exclusion/ground-refused
  - clause: "7.5.2"
    justification: 上级没有要求对过程进行确认，今年也没有开展过此类工作，等上级布置以后再按规定逐步落实到位。 # expect exclusion/ground-refused
`),
    good(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6"
    justification: 本局的成果是登记决定和处罚决定，是否合格由受理、核准、核审等岗位的判断来证明，全局不配置测量装置。商品检验委托给有资质的机构，按7.4控制。
`),
  ],
  *check(project) {
    const { words, config } = project;
    for (const entry of allowedExclusions(project)) {
      const { clause, justification } = entry.value;
      const ground = refusedGround(justification, words, config.thresholds.justification_min_chars);
      if (ground) yield { at: spot(entry, 'justification'), message: 'found', args: { clause, ground } };
    }
  },
};
