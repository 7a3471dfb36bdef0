import type { Post } from '#model/organization.ts';
import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { findClause } from '#model/standard.ts';
import type { Objective } from '#model/system.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';
import { matrix } from '../matrix.ts';
import { register, registerNames, type RegisterName } from '../register.ts';
import { cell, type Column, type TableView } from '../table.ts';
import { duties } from './duties.ts';
import { nameIn } from './names.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const columns = (...list: [id: string, en: string, zh: string][]): Column[] => list.map(([id, en, zh]) => ({ id, title: t(en, zh), ...(id === 'id' || id === 'clause' ? { whole: true } : {}) }));
type Attributes = Readonly<Record<string, string>>;

/** The tables that a directive of a document (`::register{kind=procedure}`) stands for on the page, read from the registers of today; null for a name we do not know. */
export function liveContent(project: Project, name: string, attributes: Attributes): readonly TableView[] | null {
  const build = Object.hasOwn(builders, name) ? builders[name] : undefined;
  return build ? build(project, attributes) : null;
}

const builders: Readonly<Record<string, (project: Project, attributes: Attributes) => TableView[]>> = {
  register(project, { kind = 'procedure', ...filter }) {
    if ((registerNames as readonly string[]).includes(kind)) return [withoutNotes(register(project, kind as RegisterName, filter))];
    const list = register(project, kind === 'form' ? 'forms' : 'documents', kind === 'form' ? filter : { ...filter, type: kind });
    return [withoutNotes(without(list, ['remarks', 'path', 'status']))];
  },
  records: (project, filter) => [withoutNotes(without(register(project, 'records', filter), ['filled', 'evidences']))],
  matrix: (project, { by = 'unit' }) => [by === 'block' ? withoutNotes(without(matrix(project, { by: 'block', level: 'clause' }), ['where'])) : duties(project)],
  exclusions: (project) => exclusionsOf(project),
  objectives: (project, { level }) => [objectivesOf(project, level === 'all')],
  organization: (project) => [organizationOf(project)],
  processes: (project) => [processesOf(project)],
};

function without(view: TableView, names: readonly string[]): TableView {
  const kept = view.columns.map(({ id }) => !names.includes(id));
  return { ...view, columns: view.columns.filter((_, index) => kept[index]), rows: view.rows.map((row) => row.filter((_, index) => kept[index])) };
}

function withoutNotes(view: TableView): TableView {
  return { ...view, notes: [] };
}

/** Each exclusion as a table of its own: reasons are paragraphs and want the width of the page. */
function exclusionsOf(project: Project): TableView[] {
  const { registers, standard, config } = project;
  const say = (words: Wording | undefined): string => wordsIn(words, config.language);
  const title = (clause: string): Text => findClause(standard, clause)?.title ?? t('?', '？');
  return registers.exclusions.map(({ value }) => {
    const extent = value.items?.length ? t(`only ${value.items.join(', ')}`, `仅 ${value.items.join('、')}`) : t('whole clause', '整条');
    const rows: [Text, string | Text][] = [
      [t('Extent', '删减范围'), extent], [t('Justification', '删减理由'), say(value.justification)], [t('Effect on ability', '对能力的影响'), say(value.effect_on_ability)],
      [t('Effect on responsibility', '对责任的影响'), say(value.effect_on_responsibility)], [t('Decided', '决定'), [nameIn(project, value.decided_by), value.decided_on ?? ''].filter((word) => word !== '').join('　')],
    ];
    return {
      title: t(`${value.clause} ${title(value.clause).en}`, `${value.clause} ${title(value.clause)['zh-CN']}`), columns: columns(['what', 'Point', '项目'], ['words', 'Content', '内容']),
      rows: rows.filter(([, words]) => words !== '').map(([what, words]) => [cell(what), cell(words)]), notes: [],
    };
  });
}

const periods: Readonly<Record<string, Text>> = { month: t('month', '月'), quarter: t('quarter', '季'), 'half-year': t('half-year', '半年'), year: t('year', '年'), once: t('once', '一次') };
const signs: Readonly<Record<string, string>> = { 'at-least': '≥', 'at-most': '≤', exactly: '=' };

function objectivesOf(project: Project, all: boolean): TableView {
  const { registers, config } = project;
  const say = (words: Wording | undefined): string => wordsIn(words, config.language);
  const target = ({ target: value, direction, unit, due }: Objective): string => (value === undefined ? due ?? '' : `${signs[direction ?? ''] ?? ''}${value}${unit ?? ''}`);
  return {
    title: t('Quality objectives', '质量目标'),
    columns: columns(['id', 'No', '编号'], ['statement', 'Objective', '目标'], ['metric', 'Measured by', '指标'], ['target', 'Target', '目标值'], ['period', 'Period', '周期'], ['source', 'Source of data', '数据来源'], ['owner', 'Unit', '责任单位']),
    rows: registers.objectives.filter(({ value }) => all || value.parent === undefined).map(({ value }) => [
      cell(value.id), cell(say(value.statement)), cell(say(value.metric)), cell(target(value)), cell(periods[value.period ?? ''] ?? value.period), cell(say(value.source)), cell(nameIn(project, value.owner)),
    ]),
    notes: [],
  };
}

function organizationOf(project: Project): TableView {
  const { registers, config } = project;
  const say = (words: Wording | undefined): string => wordsIn(words, config.language);
  const manned = (id: string): readonly Entry<Post>[] => registers.posts.filter(({ value }) => value.unit === id);
  const rows = registers.units.flatMap(({ value: unit }) => manned(unit.id).map(({ value: post }) =>
    [cell(say(unit.name)), cell(say(post.name)), cell(post.count === undefined ? undefined : String(post.count)), cell(...(post.duties ?? []).map(say))]));
  const others = registers.units.filter(({ value }) => manned(value.id).length === 0).map(({ value }) => say(value.name));
  const notes = others.length > 0 ? [t(`Units without posts of their own in the register: ${others.join(', ')}.`, `登记表中未单列岗位的单位：${others.join('、')}。`)] : [];
  return { title: t('Units, posts and duties', '单位、岗位和职责'), columns: columns(['unit', 'Unit', '单位'], ['post', 'Post', '岗位'], ['count', 'Persons', '人数'], ['duties', 'Duties', '职责']), rows, notes };
}

function processesOf(project: Project): TableView {
  const { registers, config } = project;
  const say = (words: Wording | undefined): string => wordsIn(words, config.language);
  const list = (words: readonly Wording[] | undefined): string => (words ?? []).map(say).join(config.language === 'zh-CN' ? '、' : ', ');
  return {
    title: t('Processes', '过程清单'),
    columns: columns(['id', 'No', '编号'], ['name', 'Process', '过程'], ['owner', 'Unit in charge', '主管单位'], ['inputs', 'Inputs', '输入'], ['outputs', 'Outputs', '输出'], ['indicators', 'Objectives', '指标'], ['next', 'Goes on to', '后续过程']),
    rows: registers.processes.map(({ value }) => [
      cell(value.id), cell(say(value.name)), cell(nameIn(project, value.owner)), cell(list(value.inputs)), cell(list(value.outputs)), cell(...(value.indicators ?? [])), cell((value.next ?? []).join(config.language === 'zh-CN' ? '、' : ', ')),
    ]),
    notes: [],
  };
}
