import { visitsOf } from './audit-coverage.ts';
import { auditingOf, blocksOf, unitsOnce } from './audit-scope.ts';
import { auditDay, liveAudits } from './audits.ts';
import { addMonths } from './calendar.ts';
import { listed } from './listed.ts';
import type { Nonconformity } from './audit.ts';
import type { Unit } from './organization.ts';
import type { Project } from './project.ts';
import type { WeightReason } from './standard.ts';
import type { Text } from './text.ts';

/** One reason for a weight: what it adds, and in words why. */
export interface WeightFactor { readonly kind: WeightReason; readonly points: number; readonly why: readonly Text[] }
export interface UnitWeight { readonly unit: string; readonly weight: number; readonly factors: readonly WeightFactor[] }

/** How far back results count, in months. */
const MEMORY = 12;
const HEAVIEST = 5;

/** The weight of every unit on a day, from its importance, from changes since its last audit and from results: 1 to 5. */
export function unitWeights(project: Project, on: string): UnitWeight[] {
  const { weight: policy } = auditingOf(project);
  const audits = liveAudits(project).map(({ value }) => value).filter(({ held }) => held !== undefined && held <= on);
  const visits = audits.map((audit) => ({ day: auditDay(audit) as string, goesTo: visitsOf(project, audit) }));
  const processes = new Set(audits.flatMap((audit) => audit.processes ?? []));
  return unitsOnce(project).map((unit) => {
    const last = visits.filter(({ goesTo }) => goesTo(unit.id)).map(({ day }) => day).sort().at(-1);
    const seen: Seen = { project, unit, on, last, first: visits.length === 0, processes };
    const factors = reasons.flatMap(([kind, tell]): WeightFactor[] => {
      const why = policy[kind] > 0 ? tell(seen) : [];
      return why.length > 0 ? [{ kind, points: policy[kind], why }] : [];
    });
    return { unit: unit.id, weight: Math.min(HEAVIEST, factors.reduce((sum, { points }) => sum + points, policy.start)), factors };
  });
}

interface Seen {
  readonly project: Project; readonly unit: Unit; readonly on: string; readonly processes: ReadonlySet<string>;
  /** Day of the unit's last audit; `first`: nobody has been audited yet. */
  readonly last: string | undefined; readonly first: boolean;
}

const reasons: readonly (readonly [WeightReason, (seen: Seen) => Text[]])[] = [
  ['serves', serves], ['changed', changed], ['results', (seen) => [...major(seen), ...repeated(seen)]], ['complaints', complaints], ['open', open],
];

/** Owns core processes, or works in a block most of whose processes are core. */
function serves({ project, unit }: Seen): Text[] {
  const processes = project.registers.processes.map(({ value }) => value);
  const own = processes.filter(({ owner, type }) => owner === unit.id && type === 'core').map(({ id }) => id);
  if (own.length > 0) return [said('owns core processes {own}', '主管核心过程{own}', { own: listed(own) })];
  const core = blocksOf(unit).filter((block) => {
    const inside = processes.filter(({ block: where }) => where === block);
    return inside.filter(({ type }) => type === 'core').length * 2 > inside.length;
  });
  if (core.length === 0) return [];
  return [said('works for the public in {blocks}', '直接面向服务对象，承担{blocks}', { blocks: listed(core.map((block) => project.standard.blocks.find(({ id }) => id === block)?.title ?? block)) })];
}

function changed({ project, unit, on, last, first, processes }: Seen): Text[] {
  if (last === undefined) return first ? [] : [said('new: never audited so far', '新设或者新纳入，尚未审核过')];
  const since = (day: string | undefined): boolean => day !== undefined && day > last && day <= on;
  const revised = project.documents.filter(({ value }) => value.owner === unit.id && value.type !== 'form' && (since(value.effective) || value.changes?.some((change) => since(change.on)))).map(({ value }) => value.id);
  const laws = project.registers.externals.filter(({ value }) => since(value.in_force_from) && value.blocks?.some((block) => blocksOf(unit).includes(block))).map(({ value }) => value.title);
  const heads = project.registers.people.filter(({ value }) => unit.head !== undefined && value.unit === unit.id && value.posts?.includes(unit.head) && since(value.since));
  const fresh = processes.size === 0 ? [] : project.registers.processes.filter(({ value }) => value.owner === unit.id && !processes.has(value.id)).map(({ value }) => value.id);
  return [
    ...(revised.length > 0 ? [said('documents issued or revised since the last audit: {revised}', '上次审核后新订、修订了文件：{revised}', { revised: listed(revised) })] : []),
    ...(laws.length > 0 ? [said('law in force since the last audit: {laws}', '上次审核后施行了法规：{laws}', { laws: listed(laws) })] : []),
    ...(fresh.length > 0 ? [said('processes not audited so far: {fresh}', '有尚未审核过的过程：{fresh}', { fresh: listed(fresh) })] : []),
    ...(heads.length > 0 ? [said('new head since the last audit', '上次审核后更换了负责人')] : []),
  ];
}

function major(seen: Seen): Text[] {
  const ids = recent(seen).filter(({ grade }) => grade === 'major').map(({ id }) => id);
  return ids.length > 0 ? [said('major nonconformity within a year: {ids}', '一年内有严重不符合：{ids}', { ids: listed(ids) })] : [];
}

/** Named as a repetition, or the same clause again. */
function repeated(seen: Seen): Text[] {
  const later = [...Map.groupBy(recent(seen), ({ clause, id }) => clause ?? id).values()].flatMap((same) => same.sort((a, b) => ((a.found?.on ?? '') < (b.found?.on ?? '') ? -1 : 1)).slice(1));
  const ids = [...new Set([...recent(seen).filter(({ repeats }) => repeats !== undefined), ...later].map(({ id }) => id))].sort();
  return ids.length > 0 ? [said('same nonconformity again within a year: {ids}', '一年内同类不符合重复发生：{ids}', { ids: listed(ids) })] : [];
}

function complaints(seen: Seen): Text[] {
  const ids = recent(seen).filter(({ source }) => source === 'complaint' || source === 'case-review').map(({ id }) => id);
  return ids.length > 0 ? [said('complaints or reviewed cases upheld within a year: {ids}', '一年内有投诉或者案件复查发现的不符合：{ids}', { ids: listed(ids) })] : [];
}

function open(seen: Seen): Text[] {
  const ids = found(seen).filter(({ closed }) => closed === undefined || closed > seen.on).map(({ id }) => id);
  return ids.length > 0 ? [said('nonconformities still open: {ids}', '有尚未关闭的不符合：{ids}', { ids: listed(ids) })] : [];
}

function recent(seen: Seen): Nonconformity[] {
  const from = addMonths(seen.on, -MEMORY);
  return found(seen).filter((one) => (one.found?.on ?? '') > from);
}

function found({ project, unit, on }: Seen): Nonconformity[] {
  return project.registers.nonconformities.map(({ value }) => value).filter((one) => one.unit === unit.id && one.found !== undefined && one.found.on <= on);
}

function said(en: string, zh: string, args: Readonly<Record<string, Text>> = {}): Text {
  const fill = (pattern: string, locale: keyof Text): string => pattern.replace(/\{(\w+)\}/g, (_, name: string) => args[name]?.[locale] ?? '');
  return { en: fill(en, 'en'), 'zh-CN': fill(zh, 'zh-CN') };
}
