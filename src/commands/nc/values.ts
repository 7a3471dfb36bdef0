import type { Choice, Env, Given } from '#model/command.ts';
import type { Field, FieldKind } from '#model/nonconformity-fields.ts';
import { valueAt } from '#model/nonconformity-fields.ts';
import type { StepValues } from '#model/nonconformity-steps.ts';
import { categoryWords, gradeWords, methodWords, natureWords, sourceWords } from '#model/nonconformity-words.ts';
import type { Project } from '#model/project.ts';
import { allWords, type Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { wrongDay } from '../day.ts';

const camel = (flag: string): string => flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What was typed for the fields of a step, checked, by path. A day of doing that nobody gave is today, where the report has none yet. */
export function typedValues(fields: readonly Field[], given: Given, report: unknown, project: Project): StepValues {
  return Object.fromEntries(fields.flatMap((field) => {
    const value = idOf(field, typed(field, given), project) ?? (field.kind === 'today' && (field.path.includes('/-/') || valueAt(report, field.path) === undefined) ? project.today : undefined);
    if (value === undefined) return [];
    const wrong = wrongValue(field, value, project);
    if (wrong) throw new UsageError({ en: '--{flag}: {wrong}', 'zh-CN': '--{flag}：{wrong}' }, { flag: field.flag, wrong });
    return [[field.path, value]];
  }));
}

function typed({ kind, flag }: Field, { options }: Given): string | boolean | readonly string[] | undefined {
  const value = options[camel(flag)];
  if (kind === 'verdict') {
    if (value === true && options['notEffective'] === true) throw new UsageError({ en: 'Say either --effective or --not-effective.', 'zh-CN': '--effective 和 --not-effective 只能选一个。' });
    return value === true ? true : options['notEffective'] === true ? false : undefined;
  }
  if (kind === 'list') return Array.isArray(value) && value.length > 0 ? value as string[] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** People write names: one that only one person, post, unit or site bears stands for its id. */
function idOf<T>({ kind }: Field, value: T, { index, registers }: Project): T | string {
  if (typeof value !== 'string' || !['actor', 'signer', 'unit', 'site'].includes(kind)) return value;
  const people = kind === 'actor' || kind === 'signer' ? [...index.people.values(), ...index.posts.values()] : [];
  const named = [...people, ...(kind === 'actor' || kind === 'unit' ? index.units.values() : []), ...(kind === 'site' ? registers.sites : [])];
  if (named.some(({ value: { id } }) => id === value)) return value;
  const [found, other] = named.filter(({ value: { name } }) => allWords(name).includes(value));
  return found && !other ? found.value.id : value;
}

/** Asks for fields one by one at a terminal; in a script tells all that are missing at once. */
export async function askFor(lacks: readonly Field[], env: Env, project: Project, what: { readonly en: string; readonly 'zh-CN': string }): Promise<StepValues> {
  if (!env.ask) {
    const lines = (locale: 'en' | 'zh-CN'): string => lacks.map(({ flag, kind, label, choices }) => `\n  --${kind === 'verdict' ? 'effective | --not-effective' : flag}  ${label[locale]}${choices ? ` (${choices.join(' | ')})` : ''}`).join('');
    throw new UsageError({ en: '{what}: this is missing:{lines}', 'zh-CN': '{what}，还缺少：{lines}' }, { what, lines: { en: lines('en'), 'zh-CN': lines('zh-CN') } });
  }
  const values: Record<string, string | boolean | readonly string[]> = {};
  for (const field of lacks) {
    const choices = choicesFor(field, project);
    const text = { en: `${field.label.en.charAt(0).toUpperCase()}${field.label.en.slice(1)}?`, 'zh-CN': `${field.label['zh-CN']}？` };
    const answer = await env.ask({ text, ...(choices ? { choices } : {}), check: (said) => wrongValue(field, said, project) });
    values[field.path] = field.kind === 'verdict' ? answer === 'yes' : field.kind === 'list' ? [answer] : answer;
  }
  return values;
}

function choicesFor({ kind, path, choices }: Field, { index, registers }: Project): Choice[] | undefined {
  const people = (): Choice[] => [...index.people.values()].map(({ value: { id, name } }) => ({ value: id, label: `${name} (${id})` }));
  const named = (entries: Iterable<{ readonly value: { readonly id: string; readonly name: Choice['label'] } }>): Choice[] => [...entries].map(({ value }) => ({ value: value.id, label: value.name }));
  if (kind === 'verdict') return [{ value: 'yes', label: { en: 'yes', 'zh-CN': '有效' } }, { value: 'no', label: { en: 'no', 'zh-CN': '无效' } }];
  if (kind === 'choice') return (choices ?? []).map((value) => ({ value, label: choiceWords[path]?.[value] ?? value }));
  if (kind === 'unit') return named(index.units.values());
  if (kind === 'site') return named(registers.sites);
  return kind === 'actor' || kind === 'signer' ? people() : undefined;
}

/** How the choices of a field are called. */
const choiceWords: Readonly<Record<string, Readonly<Record<string, Text>>>> = { source: sourceWords, grade: gradeWords, type: natureWords, 'cause/method': methodWords, 'cause/category': categoryWords };

function wrongValue({ kind }: Field, value: string | boolean | readonly string[], project: Project): Text | undefined {
  return typeof value === 'string' ? checks[kind]?.(value, project) : undefined;
}

const unknown = (en: string, zh: string) => (id: string): Text => ({ en: `there is no ${en} "${id}".`, 'zh-CN': `没有“${id}”这个${zh}。` });
const checks: Partial<Record<FieldKind, (value: string, project: Project) => Text | undefined>> = {
  day: wrongDay,
  today: wrongDay,
  unit: (id, { index }) => (index.units.has(id) ? undefined : unknown('unit', '部门')(id)),
  site: (id, { registers }) => (registers.sites.some(({ value }) => value.id === id) ? undefined : unknown('site', '场所')(id)),
  signer: (id, { index }) => (index.people.has(id) || index.posts.has(id) ? undefined : unknown('person or post', '人员或岗位')(id)),
  actor: (id, { index }) => (index.people.has(id) || index.posts.has(id) || index.units.has(id) ? undefined : unknown('person, post or unit', '人员、岗位或部门')(id)),
};
