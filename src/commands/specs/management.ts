import type { CommandSpec, OptionSpec } from '#model/command.ts';
import type { Text } from '#model/text.ts';
import { asOf, dryRun, output, paperFormat } from './options.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const withCsv: OptionSpec = { ...paperFormat, text: t(`${paperFormat.text.en}; or csv`, `${paperFormat.text['zh-CN']}；另有 csv`), choices: [...paperFormat.choices ?? [], 'csv'] };

/** What management looks at. */
export const management: readonly CommandSpec[] = [
  {
    name: 'objectives', summary: t('how the quality objectives stand', '质量目标完成情况'),
    options: [
      { flags: '--objective <id>', text: t('one objective with its definition and every value', '一项目标的定义和全部测量值') }, { flags: '--unit <id>', text: t('only this unit', '只列该部门') },
      { flags: '--period <name>', text: t('only this period: 2004-11, 2004-Q4, 2004-H2 or 2004', '只看该周期：2004-11、2004-Q4、2004-H2 或 2004') }, withCsv, output, asOf,
    ],
    load: () => import('../objectives.ts'),
  },
  {
    name: 'objectives record', summary: t('record a measured value', '登记目标测量值'),
    args: [{ spec: '<id>', text: t('number of the objective', '质量目标编号') }, { spec: '<period>', text: t('period: 2004-11, 2004-Q4, 2004-H2 or 2004', '周期：2004-11、2004-Q4、2004-H2 或 2004') }, { spec: '<value>', text: t('the figure, without its unit', '数值，不带单位') }],
    options: [
      { flags: '--sample <number>', text: t('how many cases it was counted from', '样本量') }, { flags: '--source <text>', text: t('where the figure comes from (default: as the objective says)', '数据来源（默认按目标规定）') },
      { flags: '--by <id>', text: t('who measured (default: the owner)', '测量人（默认责任部门）') }, { flags: '--on <date>', text: t('the day of measurement (default: today)', '测量日期（默认今天）') },
      { flags: '--action <id>', text: t('action or nonconformity report on a missed target', '未达标时的措施或不符合报告编号') }, { flags: '--comment <text>', text: t('remark', '说明') }, dryRun,
    ],
    load: () => import('../objectives/record.ts'),
  },
  {
    name: 'review', summary: t('input pack of a year\'s management review, decisions and their follow-up', '年度管理评审的输入资料、决定及其跟踪'),
    args: [{ spec: '<year>', text: t('year of the review', '评审年度') }],
    options: [
      { flags: '--propose', text: t('write the register of the review as a draft, inputs filled from the workspace', '起草评审登记表，输入由工作区资料填写') },
      { flags: '--planned <date>', text: t('with --propose: the day it is planned for', '与 --propose 同用：计划召开日期') }, paperFormat, output, asOf, dryRun,
    ],
    load: () => import('../review.ts'),
  },
  {
    name: 'review follow', summary: t('record that a decision of a review is carried out, or verified', '登记管理评审决定的完成或验证'),
    args: [{ spec: '<decision>', text: t('number of the decision', '决定编号') }],
    options: [
      { flags: '--done <date>', text: t('the day it was carried out', '完成日期') }, { flags: '--evidence <text>', text: t('where the evidence is', '证据的编号、存放处') },
      { flags: '--verified-by <person>', text: t('who verified it, from another unit', '验证人（责任部门以外）') }, { flags: '--on <date>', text: t('with --verified-by: the day (default: today)', '与 --verified-by 同用：验证日期（默认今天）') }, dryRun,
    ],
    load: () => import('../review/follow.ts'),
  },
];
