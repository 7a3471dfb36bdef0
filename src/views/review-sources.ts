import type { AuditReport } from '#model/audit.ts';
import { liveAudits } from '#model/audits.ts';
import { isObsolete } from '#model/document.ts';
import { stateWords } from '#model/nonconformity-words.ts';
import { withUnit } from '#model/objective.ts';
import type { Project } from '#model/project.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import { stepNames } from './nc-list.ts';
import { nameOf, selectReports } from './nc-selection.ts';
import { objectiveFigures } from './objective-figures.ts';
import { decisionsOf } from './review-decisions.ts';

/** A stretch of days, both included. */
export interface Span { readonly from: string; readonly until: string }
/** What one source of the workspace has to say on an input: sentences, and the papers they rest on. No sentences: it has nothing. */
export interface Gathered { readonly facts: readonly Text[]; readonly sources: readonly string[] }
type Source = (project: Project, span: Span) => Gathered;

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const nothing: Gathered = { facts: [], sources: [] };
const within = (day: string | undefined, { from, until }: Span): boolean => day !== undefined && day >= from && day <= until;
/** One text in both languages: what the workspace says, it says in its own. */
const said = (words: Wording | undefined, locale: 'en' | 'zh-CN'): string => wordsIn(words, locale).replace(/[。.；;]\s*$/, '');
const share = (part: number, whole: number): string => `${Math.round(part / whole * 1000) / 10}%`;
const some = (list: readonly string[], most = 8): { readonly en: string; readonly 'zh-CN': string } => {
  const rest = list.length - most;
  return rest > 0 ? { en: `${list.slice(0, most).join(', ')} and ${rest} more`, 'zh-CN': `${list.slice(0, most).join('、')}等${list.length}项` } : { en: list.join(', '), 'zh-CN': list.join('、') };
};

/** What the standard pack's `from` names, each from the registers of the workspace. */
export const reviewSources: Readonly<Record<string, Source>> = {
  audits(project, span) {
    const audits = liveAudits(project).filter(({ value }) => within(value.held, span)).map(({ value }) => value);
    if (audits.length === 0) return nothing;
    const reports = project.registers.reports.map(({ value }) => value).filter(({ audit }) => audits.some(({ id }) => id === audit));
    const graded = (grade: string): number => project.registers.nonconformities.filter(({ value }) => value.grade === grade && audits.some(({ id }) => id === value.audit)).length;
    const observed = reports.flatMap(({ findings = [] }) => findings).filter(({ grade }) => grade === 'observation').length;
    const unreported = audits.filter(({ id }) => !reports.some(({ audit }) => audit === id)).map(({ id }) => id);
    const units = new Set(audits.flatMap(({ units: of = [] }) => of)).size;
    return {
      facts: [
        t(`Internal audits held: ${audits.length}, units audited: ${units}; nonconformities: ${graded('major')} major, ${graded('minor')} minor; observations: ${observed}.`, `进行内部审核${audits.length}次，覆盖${units}个部门；严重不符合${graded('major')}项，一般不符合${graded('minor')}项，观察项${observed}项。`),
        ...(unreported.length > 0 ? [t(`There is no report yet of: ${some(unreported).en}.`, `尚无内审报告的审核：${some(unreported)['zh-CN']}。`)] : []), ...reports.flatMap(verdictOf),
      ],
      sources: reports.map(({ audit }) => audit),
    };
  },
  surveys({ registers }, span) {
    const surveys = registers.surveys.map(({ value }) => value).filter(({ on }) => within(on, span));
    return {
      facts: surveys.map(({ id, name, valid, satisfied, result }) => {
        const rate = valid && satisfied !== undefined ? share(satisfied, valid) : undefined;
        const told = rate !== undefined && said(result, 'zh-CN').includes(rate); // the result says it itself
        return t(`${id} ${said(name, 'en')}: ${rate && !told ? `${rate} of ${valid} satisfied. ` : ''}${said(result, 'en')}.`, `${id}${said(name, 'zh-CN')}：${valid ? `有效${valid}份，` : ''}${rate && !told ? `满意率${rate}；` : ''}${said(result, 'zh-CN')}。`);
      }),
      sources: surveys.map(({ id }) => id),
    };
  },
  complaints({ registers }, span) {
    const cases = registers.cases.filter(({ block, value }) => block === 'consumer' && within(value.received, span)).map(({ value }) => value);
    const reports = registers.nonconformities.filter(({ value }) => value.source === 'complaint' && within(value.found?.on, span)).map(({ value }) => value.id);
    const [replied, called] = [cases.filter(({ replied: on }) => on).length, cases.filter(({ called_back: on }) => on).length];
    return {
      facts: [
        ...(cases.length > 0 ? [t(`Consumer cases in the ledger: ${cases.length}, replied to: ${replied}, called back: ${called}.`, `台账登记消费者申诉、举报、咨询${cases.length}件，已答复${replied}件，已回访${called}件。`)] : []),
        ...(reports.length > 0 ? [t(`Nonconformities raised by complaints: ${some(reports).en}.`, `由投诉开出的不符合：${some(reports)['zh-CN']}。`)] : []),
      ],
      sources: reports,
    };
  },
  objectives(project, { from, until }) {
    const all = objectiveFigures(project, { period: { name: '', start: from, end: until, months: 0 } }).filter(({ course }) => course.length > 0);
    if (all.length === 0) return nothing;
    const standing = (status: string): number => all.filter((one) => one.status === status).length;
    const unmet = all.flatMap(({ objective, course }) => course.filter(({ met }) => met === false).map(({ period, value, action }) => ({ objective, period, value, action })));
    return {
      facts: [
        t(`Objectives measured: ${all.length}; by their latest value met: ${standing('met')}, missed: ${standing('missed')}, without value: ${standing('missing')}.`, `测量质量目标${all.length}项，按最近一次测量值：达标${standing('met')}项，未达标${standing('missed')}项，缺测量值${standing('missing')}项。`),
        ...unmet.map(({ objective, period, value, action }) => t(`${objective.id} missed its target in ${period}: ${withUnit(value as number, objective.unit)}, ${action ? `see ${action}` : 'no action recorded'}.`, `${objective.id} ${said(objective.statement, 'zh-CN')}：${period} 为${withUnit(value as number, objective.unit)}，未达标，${action ? `措施见 ${action}` : '没有登记措施'}。`)),
      ],
      sources: [...new Set(project.registers.measurements.filter(({ value }) => all.some(({ objective }) => objective.id === value.objective)).map(({ path }) => path))],
    };
  },
  cases({ registers, standard }, span) {
    const facts = standard.blocks.flatMap(({ id, title }) => {
      const decided = registers.cases.filter(({ block, value }) => block === id && within(value.decided, span)).map(({ value }) => value);
      if (decided.length === 0) return [];
      const count = (outcome: string): number => decided.filter((one) => one.outcome === outcome).length;
      const late = decided.filter(({ decided: on, due, extended }) => due !== undefined && on !== undefined && on > due && !extended).length;
      const wrong = count('corrected') + count('revoked') + count('lost');
      return [t(`${title.en}: cases of the ledger decided: ${decided.length}, past their limit without extension: ${late}; corrected: ${count('corrected')}, revoked: ${count('revoked')}, lost in review or court: ${count('lost')} (${share(wrong, decided.length)}).`, `${title['zh-CN']}：台账办结${decided.length}件，未经延期而超期${late}件；更正${count('corrected')}件，撤销${count('revoked')}件，复议诉讼败诉${count('lost')}件（差错${share(wrong, decided.length)}）。`)];
    });
    return { facts, sources: [...new Set(registers.cases.filter(({ value }) => within(value.decided, span)).map(({ path }) => path))] };
  },
  nonconformities(project, span) {
    const selected = selectReports(project).filter(({ report }) => within(report.found?.on, span) || report.status !== 'closed');
    const open = selected.filter(({ stage }) => stage.state !== 'closed');
    const late = open.filter(({ stage }) => stage.daysOverdue > 0);
    return selected.length === 0 ? nothing : {
      facts: [
        t(`Nonconformity reports: ${selected.length}, closed: ${selected.length - open.length}, open: ${open.length}, of these late: ${late.length}.`, `不符合报告${selected.length}份：已关闭${selected.length - open.length}份，未关闭${open.length}份，其中逾期${late.length}份。`),
        ...open.map(({ report, stage }) => t(`${report.id} (${nameOf(report.unit, project)}): ${stateWords[stage.state]?.en ?? ''}${stage.next ? `; next: ${stepNames[stage.next].en}${stage.due ? ` by ${stage.due}` : ''}` : ''}.`, `${report.id}（${nameOf(report.unit, project)}）：${stateWords[stage.state]?.['zh-CN'] ?? ''}${stage.next ? `，下一步${stepNames[stage.next]['zh-CN']}${stage.due ? `（期限 ${stage.due}）` : ''}` : ''}。`)),
      ],
      sources: selected.map(({ report }) => report.id),
    };
  },
  actions({ registers, today }, span) {
    const actions = registers.actions.map(({ value }) => value).filter(({ raised, done }) => within(raised, span) || within(done, span) || done === undefined);
    const kinds = [['corrective', t('corrective', '纠正措施')], ['preventive', t('preventive', '预防措施')], ['improvement', t('improvement', '改进')]] as const;
    return {
      facts: kinds.flatMap(([kind, name]) => {
        const list = actions.filter(({ type }) => type === kind);
        const late = list.filter(({ done, due }) => done === undefined && due !== undefined && due < today).length;
        const [done, works] = [list.filter((one) => one.done).length, list.filter(({ verification }) => verification?.effective === true).length];
        return list.length === 0 ? [] : [t(`Actions, ${name.en}: ${list.length}, done: ${done}, verified as effective: ${works}, late: ${late}.`, `${name['zh-CN']}${list.length}项：完成${done}项，验证有效${works}项，逾期${late}项。`)];
      }),
      sources: actions.map(({ id }) => id),
    };
  },
  decisions(project, span) {
    const last = project.registers.reviews.map(({ value }) => value).filter(({ held }) => held !== undefined && held < span.from && held <= project.today).sort((a, b) => ((a.held as string) < (b.held as string) ? -1 : 1)).at(-1);
    if (!last) return project.registers.reviews.some(({ value }) => value.held !== undefined) ? { facts: [t('This is the first management review; there are no earlier decisions.', '本次为首次管理评审，没有以往评审决定。')], sources: [] } : nothing;
    const all = decisionsOf(last, project);
    const count = (...states: string[]): number => all.filter(({ state }) => states.includes(state)).length;
    return {
      facts: [
        t(`${last.id} of ${last.held} decided on ${all.length}; carried out: ${count('done', 'verified')} (verified: ${count('verified')}), running: ${count('open')}, late: ${count('overdue')}.`, `${last.id}（${last.held}）作出决定${all.length}项：已完成${count('done', 'verified')}项（其中已验证${count('verified')}项），进行中${count('open')}项，逾期${count('overdue')}项。`),
        ...all.filter(({ state }) => state === 'open' || state === 'overdue').map(({ decision, state }) => t(`${decision.id}, due ${decision.due ?? '—'}, ${state === 'overdue' ? 'late' : 'running'}: ${said(decision.decision, 'en')}.`, `${decision.id}（期限 ${decision.due ?? '—'}，${state === 'overdue' ? '逾期' : '进行中'}）：${said(decision.decision, 'zh-CN')}。`)),
      ],
      sources: [last.id],
    };
  },
  laws({ registers }, span) {
    const changed = registers.externals.map(({ value }) => value).filter(({ in_force_from, repealed_on }) => within(in_force_from, span) || within(repealed_on, span));
    return {
      facts: changed.map(({ title, in_force_from, repealed_on }) => (within(repealed_on, span) ? t(`"${said(title, 'en')}" was repealed on ${repealed_on}.`, `《${said(title, 'zh-CN')}》${repealed_on} 废止。`) : t(`"${said(title, 'en')}" came into force on ${in_force_from}.`, `《${said(title, 'zh-CN')}》${in_force_from} 起施行。`))),
      sources: changed.map(({ id }) => id),
    };
  },
  organization({ registers }, span) {
    const people = registers.people.map(({ value }) => value);
    const [come, gone] = [people.filter(({ since }) => within(since, span)).length, people.filter(({ until }) => within(until, span)).length];
    return { facts: come + gone === 0 ? [] : [t(`People who took up posts: ${come}, who left: ${gone}.`, `人员到任${come}人，离任${gone}人。`)], sources: [] };
  },
  systems({ registers }, span) {
    const stages = registers.designs.flatMap(({ value }) => (value.stages ?? []).filter(({ done }) => within(done, span)).slice(-1).map((stage) => ({ ...stage, project: value })));
    return { facts: stages.map(({ project, name, done }) => t(`${project.id} ${said(project.name, 'en')}: "${said(name, 'en')}" reached on ${done}.`, `${project.id}${said(project.name, 'zh-CN')}：${done} 完成“${said(name, 'zh-CN')}”。`)), sources: stages.map(({ project }) => project.id) };
  },
  documents({ documents }, span) {
    const now = documents.filter((document) => !isObsolete(document) && document.value.type !== 'external' && within(document.value.effective, span)).map(({ value }) => value);
    const revised = now.filter(({ revision }) => revision !== undefined && revision !== 'A/0').map(({ id, revision }) => `${id} ${revision}`);
    const gone = documents.filter((document) => isObsolete(document) && within(document.value.effective, span)).length;
    return { facts: now.length === 0 ? [] : [t(`Documents that came into force: ${now.length}, revised among them: ${revised.length}${revised.length > 0 ? ` (${some(revised).en})` : ''}${gone > 0 ? `; withdrawn: ${gone}` : ''}.`, `施行受控文件${now.length}份，其中修订${revised.length}份${revised.length > 0 ? `（${some(revised)['zh-CN']}）` : ''}${gone > 0 ? `；作废${gone}份` : ''}。`)], sources: [] };
  },
  recommendations({ registers }, span) {
    const reports = registers.reports.map(({ value }) => value).filter(({ approved, prepared }) => within((approved ?? prepared)?.on, span));
    const said_ = reports.flatMap(({ audit, recommendations = [], findings = [] }) => [...recommendations, ...findings.filter(({ grade }) => grade === 'improvement').map(({ fact }) => fact)].flatMap((words) => (words === undefined ? [] : [{ audit, words }])));
    return { facts: said_.map(({ audit, words }) => t(`${audit}: ${said(words, 'en')}.`, `${audit}：${said(words, 'zh-CN')}。`)), sources: [...new Set(said_.map(({ audit }) => audit))] };
  },
  improvements({ registers }, span) {
    const open = registers.actions.map(({ value }) => value).filter(({ type, raised, done }) => type === 'improvement' && done === undefined && (raised === undefined || raised <= span.until));
    return { facts: open.map(({ id, action, problem }) => t(`${id}, running: ${said(action ?? problem, 'en')}.`, `${id}（进行中）：${said(action ?? problem, 'zh-CN')}。`)), sources: open.map(({ id }) => id) };
  },
};

function verdictOf({ audit, conclusion }: AuditReport): Text[] {
  const words = conclusion?.effectiveness ?? conclusion?.conformity;
  return words === undefined ? [] : [t(`${audit}: ${said(words, 'en')}.`, `${audit}结论：${said(words, 'zh-CN')}。`)];
}
