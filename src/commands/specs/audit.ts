import type { ArgumentSpec, CommandSpec } from '#model/command.ts';
import { as, dryRun, output, paperFormat, tableFormat } from './options.ts';

const year: ArgumentSpec = { spec: '<year>', text: { en: 'year of the programme', 'zh-CN': '方案年度' } };

/** Internal audits, from the year's programme to the report. */
export const audit: readonly CommandSpec[] = [
  {
    name: 'audit programme',
    summary: { en: 'the year’s audits by month, their weights, and the proof that every clause, block and unit is covered', 'zh-CN': '年度内审方案：月份安排、权重，以及条款、板块、部门全部覆盖的证明' },
    args: [year],
    options: [
      { flags: '--by <what>', text: { en: 'rows of the month table: units or processes', 'zh-CN': '月份表的行：部门或过程' }, choices: ['unit', 'process'], fallback: 'unit' },
      { flags: '--propose', text: { en: 'write a proposal to audits/<year>/programme.yaml (or --output), made from weights, intervals and eligible auditors', 'zh-CN': '按权重、间隔和可派内审员写出方案建议稿：audits/<年度>/programme.yaml（或 --output 指定的文件）' } },
      { flags: '--sample <policy>', text: { en: 'with --propose, which sites: all, sqrt (√n), surveillance (0.6√n), renewal (0.8√n); head office is always audited', 'zh-CN': '与 --propose 同用，场所：all 全部、sqrt（√n）、surveillance（0.6√n）、renewal（0.8√n）；机关必查' }, choices: ['all', 'sqrt', 'surveillance', 'renewal'], fallback: 'all' },
      { flags: '--seed <text>', text: { en: 'seed of the draw of sites (default: the year)', 'zh-CN': '场所抽样的种子（默认为年度）' } },
      paperFormat, output, dryRun,
    ],
    load: () => import('../audit/programme.ts'),
  },
  {
    name: 'audit plan',
    summary: { en: 'the plan of an audit: team, timetable, and what the rules say of it', 'zh-CN': '审核实施计划：审核组、日程，以及各项规则的核对结果' },
    args: [{ spec: '<id>', text: { en: 'number of the audit in the programme', 'zh-CN': '方案中的审核编号' } }],
    options: [
      { flags: '--propose', text: { en: 'write a proposal to audits/<year>/<id>-plan.yaml (or --output): sittings for all that the programme gives to the audit, by independent auditors', 'zh-CN': '写出计划建议稿：audits/<年度>/<编号>-plan.yaml（或 --output 指定的文件），按方案内容排出日程，审核员自动回避' } },
      paperFormat, output, dryRun,
    ],
    load: () => import('../audit/plan.ts'),
  },
  {
    name: 'audit sign',
    summary: { en: 'a person prepares, reviews or approves a programme, plan or report', 'zh-CN': '签署年度方案、实施计划或内审报告：编制、审核、批准' },
    args: [{ spec: '<what>', text: { en: 'the year of a programme, or the number of an audit', 'zh-CN': '方案年度，或者审核编号' } }],
    options: [
      { flags: '--paper <name>', text: { en: 'of an audit: its plan or its report', 'zh-CN': '该次审核的实施计划（plan）或报告（report）' }, choices: ['plan', 'report'] },
      as,
      { flags: '--role <role>', text: { en: 'in which role; a report is also reviewed', 'zh-CN': '以什么身份；报告还须审核（review）' }, choices: ['prepare', 'review', 'approve'] },
      dryRun,
    ],
    load: () => import('../audit/sign.ts'),
  },
  {
    name: 'audit send',
    summary: { en: 'enter that the approved plan was sent to the units today', 'zh-CN': '登记实施计划今天已发到受审核部门' },
    args: [{ spec: '<id>', text: { en: 'number of the audit', 'zh-CN': '审核编号' } }],
    options: [dryRun],
    load: () => import('../audit/send.ts'),
  },
  {
    name: 'audit status',
    summary: { en: 'where every audit stands, what comes next, by whom, and how late it is', 'zh-CN': '内审进度：每次审核到了哪一步，下一步由谁做，逾期多少天' },
    options: [{ flags: '--year <year>', text: { en: 'only this year', 'zh-CN': '只列该年度' } }, tableFormat, output],
    load: () => import('../audit/status.ts'),
  },
];
