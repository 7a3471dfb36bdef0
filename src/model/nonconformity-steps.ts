import { sameActor, unitOf } from './actors.ts';
import type { Nonconformity, Treatment } from './audit.ts';
import { addMonths } from './calendar.ts';
import type { Args } from './diagnostic.ts';
import { listed } from './listed.ts';
import { dateFaults } from './nonconformity-dates.ts';
import { fieldsOf, valueAt, type Field, type NonconformityState, type NonconformityStep } from './nonconformity-fields.ts';
import { faultWords as say, stateWords } from './nonconformity-words.ts';
import type { Index } from './project.ts';
import { shallowCause } from './shallow-cause.ts';
import { allWords, type Text, type Wording } from './text.ts';

/** What a step must know of the workspace. */
export interface StepWorld { readonly index: Index; readonly today: string; readonly blame: readonly string[]; readonly effectMonths: number }
/** What a step fills in, by path of the field. */
export type StepValues = Readonly<Record<string, string | boolean | readonly string[]>>;
/** Why a step may not be taken: fields that are empty, and sentences about those that are wrong. Nothing in either: it may. */
export interface Refusal { readonly lacks: readonly Field[]; readonly faults: readonly { readonly text: Text; readonly args: Args }[] }

/** From which states a step may be taken, and where it leads. */
export const transitions: Readonly<Record<NonconformityStep, { readonly from: readonly NonconformityState[]; readonly to: NonconformityState }>> = {
  accept: { from: ['open'], to: 'accepted' },
  plan: { from: ['accepted', 'reopened'], to: 'planned' },
  agree: { from: ['planned'], to: 'planned' },
  extend: { from: ['planned'], to: 'planned' },
  act: { from: ['planned'], to: 'done' },
  verify: { from: ['done'], to: 'verified' },
  recheck: { from: ['verified'], to: 'verified' },
  close: { from: ['verified'], to: 'closed' },
  reopen: { from: ['verified', 'closed'], to: 'reopened' },
};

/** What belongs to one round of work and moves into `rounds` when the report is reopened. */
export const treatment: readonly (keyof Treatment)[] = ['correction', 'cause', 'action', 'extent', 'agreed', 'verification', 'effect_check', 'closed'];

/** The report as it would stand after a step; whether the step may be taken is for `refusal` to say. */
export function takeStep(report: Nonconformity, step: NonconformityStep, values: StepValues, world: StepWorld): Nonconformity {
  let after = step === 'reopen' ? setAside(report) : step === 'extend' ? { ...report, action: { ...report.action, extended: [...report.action?.extended ?? [], {}] } } : report;
  for (const [path, value] of Object.entries(values)) after = put(after, path.split('/'), value) as Nonconformity;
  if (step === 'verify' && after.grade === 'major' && after.verification?.effective === true && after.verification.on && after.effect_check?.due === undefined) {
    after = { ...after, effect_check: { due: addMonths(after.verification.on, world.effectMonths) } };
  }
  return { ...after, status: transitions[step].to };
}

/** The round that did not last, kept whole among the earlier ones. */
function setAside(report: Nonconformity): Nonconformity {
  const kept = Object.fromEntries(Object.entries(report).filter(([key]) => !(treatment as readonly string[]).includes(key))) as unknown as Nonconformity;
  const round = Object.fromEntries(treatment.flatMap((key) => (report[key] === undefined ? [] : [[key, report[key]]])));
  return { ...kept, rounds: [...report.rounds ?? [], round] };
}

/** A copy of a report with a value at a path; `-` is the last entry of a list. */
export function put(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) return [...node.slice(0, -1), put(node.at(-1), rest, value)];
  return { ...node as object, [key]: put((node as Record<string, unknown> | undefined)?.[key], rest, value) };
}

/** Everything that stands against a step: `after` is what `takeStep` made of `before`. */
export function refusal(before: Nonconformity, step: NonconformityStep, after: Nonconformity, world: StepWorld): Refusal {
  const { from } = transitions[step];
  const status = (before.status ?? 'open') as NonconformityState;
  if (!from.includes(status)) return { lacks: [], faults: [{ text: say.state, args: { id: before.id, status: stateWords[status] as Text, wanted: listed(from.map((state) => stateWords[state] as Text)) } }] };
  const lacks = lacking(step, after);
  const faults = [...checks[step](after, world, before), ...dateFaults(after).map(({ later, on, earlier, before: first }) => ({ text: say.order, args: { later, on, earlier, before: first } })), ...future(step, after, world)];
  return { lacks, faults };
}

/** The fields that a step needs and that the report does not have. */
export function lacking(step: NonconformityStep, after: Nonconformity): Field[] {
  const wanted = new Set(needs[step](after));
  return fieldsOf[step].filter(({ path }) => wanted.has(path) && isBlank(valueAt(after, path)));
}

const cured = ({ grade }: Nonconformity): boolean => grade !== 'observation';
const treated = (report: Nonconformity): string[] => ['action/what', 'action/owner', 'action/due', ...(cured(report) ? ['cause/root'] : [])];

/** Paths that must be filled after each step. An observation needs no cause and no look elsewhere. */
const needs: Readonly<Record<NonconformityStep, (report: Nonconformity) => readonly string[]>> = {
  accept: ({ fact, found, document }) => ['accepted/by', 'accepted/on', 'fact/statement', 'fact/where', ...(found?.on ? [] : ['fact/when']), ...(fact?.rule || document ? [] : ['fact/rule'])],
  plan: (report) => [...treated(report), ...(cured(report) ? ['cause/category'] : []), 'action/planned'],
  agree: () => ['agreed/by', 'agreed/on'],
  extend: () => ['action/extended/-/until', 'action/extended/-/reason', 'action/extended/-/by', 'action/extended/-/on'],
  act: (report) => [...treated(report), 'correction/what', 'correction/done', ...(cured(report) ? ['extent/checked', 'extent/result'] : []), 'action/done', 'action/evidence'],
  verify: () => ['verification/by', 'verification/on', 'verification/seen', 'verification/evidence', 'verification/effective'],
  recheck: () => ['effect_check/by', 'effect_check/on', 'effect_check/seen', 'effect_check/evidence', 'effect_check/effective'],
  close: () => ['closed'],
  reopen: () => ['rounds/-/by', 'rounds/-/on', 'rounds/-/reason'],
};

type Fault = Refusal['faults'][number];
type Check = (after: Nonconformity, world: StepWorld, before: Nonconformity) => readonly Fault[];

const cause: Check = (after, { blame }) => {
  const shallow = cured(after) ? shallowCause(after, blame) : undefined;
  return !shallow ? [] : shallow.kind === 'blame' ? [{ text: say.blame, args: { word: shallow.word } }] : [{ text: say.repeats, args: {} }];
};
const notTheDoer = (by: string | undefined, { action, correction }: Nonconformity, { index }: StepWorld): readonly Fault[] => {
  const own = sameActor(index, by, action?.owner) || sameActor(index, by, correction?.by) || (action?.owner !== undefined && index.units.has(action.owner) && unitOf(index, by) === action.owner);
  return by !== undefined && own ? [{ text: say.doer, args: { by } }] : [];
};

/** What each step asks beyond filled fields and days in order. */
const checks: Readonly<Record<NonconformityStep, Check>> = {
  accept: ({ fact }) => (fact?.statement !== undefined && !namesObject(fact.statement) ? [{ text: say.nameless, args: {} }] : []),
  plan: (after, world) => [...cause(after, world, after), ...dueAfter(after.action?.planned, after.action?.due)],
  agree: (after, world) => notTheDoer(after.agreed?.by, after, world),
  extend: (after, { index }, before) => {
    const granted = after.action?.extended?.at(-1);
    return [...dueAfter(currentDue(before.action), granted?.until, true), ...(sameActor(index, granted?.by, after.action?.owner) ? [{ text: say.ownGrant, args: { by: granted?.by ?? '' } }] : [])];
  },
  act: (after, world) => cause(after, world, after),
  verify: (after, world) => notTheDoer(after.verification?.by, after, world),
  recheck: (after, world) => [...notTheDoer(after.effect_check?.by, after, world), ...(after.verification?.effective === false ? [{ text: say.failed, args: { id: after.id } }] : [])],
  close: (after, world) => [...unfinished(after), ...cause(after, world, after)],
  reopen: (_after, _world, before) => [
    ...(before.replaced_by ? [{ text: say.replaced, args: { other: before.replaced_by } }] : []),
    ...(before.status === 'verified' && before.verification?.effective !== false && before.effect_check?.effective !== false ? [{ text: say.works, args: { id: before.id } }] : []),
  ],
};

/** Gates that an edit by hand could have left open before closure. */
function unfinished(report: Nonconformity): Fault[] {
  const earlier = (['accept', 'plan', 'act', 'verify'] as const).flatMap((step) => lacking(step, report)).filter(({ path }) => path !== 'cause/category').map(({ label }) => label);
  const works_ = report.verification?.effective === true && report.effect_check?.effective !== false;
  const unchecked = report.grade === 'major' && works_ && report.effect_check?.effective === undefined;
  return [
    ...(earlier.length > 0 ? [{ text: say.incomplete, args: { fields: listed(earlier) } }] : []),
    ...(report.verification?.effective !== undefined && !works_ && !report.replaced_by ? [{ text: say.failed, args: { id: report.id } }] : []),
    ...(unchecked ? [{ text: say.unseen, args: { id: report.id, due: report.effect_check?.due ?? '—' } }] : []),
  ];
}

/** The due date, moved by extensions that have a reason and an approver. */
export function currentDue(action: Nonconformity['action']): string | undefined {
  const granted = (action?.extended ?? []).flatMap(({ until, reason, by }) => (until && reason && by ? [until] : []));
  return [...(action?.due ? [action.due] : []), ...granted].sort().at(-1);
}

function dueAfter(before: string | undefined, due: string | undefined, later = false): Fault[] {
  const wrong = before !== undefined && due !== undefined && (later ? due <= before : due < before);
  return wrong ? [{ text: later ? say.notLater : say.pastDue, args: { due, before } }] : [];
}

/** A day that has not come yet cannot be recorded. */
function future(step: NonconformityStep, after: Nonconformity, { today }: StepWorld): Fault[] {
  const days = fieldsOf[step].filter(({ path, kind }) => (kind === 'today' || kind === 'day') && !/due$|until$/.test(path));
  return days.flatMap(({ path, label }) => {
    const day = valueAt(after, path);
    return typeof day === 'string' && day > today ? [{ text: say.future, args: { what: label, day, today } }] : [];
  });
}

/** A fact that can be looked up again names a document or case: a title in brackets, or a figure that is no date. */
export function namesObject(statement: Wording): boolean {
  return allWords(statement).some((words) => /[《“"][^》”"]+[》”"]/.test(words) || /\d|[〇一二两三四五六七八九十百]+[份件号张户起名个项卷次本台处]/.test(words.replace(/\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?/g, '')));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}
