import type { Project } from '#model/project.ts';
import { clauseOf, findClause, findItem, requirementText, type Clause, type Standard } from '#model/standard.ts';
import { wordsIn, type Text } from '#model/text.ts';
import { paperOfParts, type Paper, type Part } from './paper.ts';
import { cite, evidences } from './where.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const both = (first: string, text: Text, tail: Text = t('', '')): Text => t(`${first}  ${text.en}${tail.en}`, `${first}  ${text['zh-CN']}${tail['zh-CN']}`);

/** What a clause demands, item by item, in our own words, and where this workspace meets it. */
export function explainClause(clause: Clause, standard: Standard, project: Project | null): Paper {
  const below = standard.clauses.filter(({ parent }) => parent === clause.number);
  const procedure = standard.procedures.find((one) => one.clause === clause.number);
  const records = standard.records.filter((record) => record.clause === clause.number);
  return paperOfParts(both(clause.number, clause.title), [
    { lines: [clause.auditable ? t('An auditable clause.', '可审核条款。') : t('A heading: audits cite the clauses below it.', '标题条款：审核时引用其下属条款。'),
      clause.excludable ? t('Open to exclusion, with a reason that lies in the nature of the service.', '可以删减，但理由须出自服务本身的性质。') : t('Not open to exclusion.', '不得删减。')] },
    ...(below.length > 0 ? [{ heading: t('Clauses below', '下属条款'), lines: below.map(({ number, title }) => both(number, title)) }] : []),
    ...(clause.items?.length ? [{ heading: t('Requirements (our own words)', '要求（本工具自述）'), lines: clause.items.map(({ id, text, conditional, record }) =>
      both(id, text, t(`${conditional ? ' (where it applies)' : ''}${record ? ` [${record}]` : ''}`, `${conditional ? '（适用时）' : ''}${record ? `［${record}］` : ''}`))) }] : []),
    ...(procedure ? [{ heading: t('A written procedure must settle', '成文程序须规定'), lines: procedure.points.map(({ id, text }) => both(id, text)) }] : []),
    ...(records.length > 0 ? [{ heading: t('Required records', '须有的记录'), lines: records.map(({ id, title }) => both(id, title)) }] : []),
    ...(clause.evidence?.length ? [{ heading: t('What auditors usually look at', '审核员通常看什么'), lines: clause.evidence }] : []),
    ...(project ? here(clause, project) : []),
  ]);
}

/** One requirement item or point of a procedure. */
export function explainItem(id: string, standard: Standard, project: Project | null): Paper {
  const item = findItem(standard, id);
  const clause = findClause(standard, clauseOf(id));
  const kind = standard.kinds.find((one) => one.id === item?.kind);
  const record = standard.records.find((one) => one.id === item?.record);
  const met = project ? evidences(project).filter((evidence) => evidence.item === id) : [];
  return paperOfParts(both(id, clause?.title ?? t('', '')), [
    { lines: [requirementText(standard, id) as Text] },
    { heading: t('How it is audited', '怎样审核'), lines: kind ? [t(`${kind.title.en}: ${kind.method.en}`, `${kind.title['zh-CN']}：${kind.method['zh-CN']}`)] : [t('A point that the written procedure must settle: read the procedure.', '成文程序必须规定的要点：查程序文件。')] },
    ...(record ? [{ heading: t('Required record', '须有的记录'), lines: [both(record.id, record.title)] }] : []),
    ...(item?.conditional ? [{ lines: [t('Applies only under the circumstance named in it.', '仅在所述情形下适用。')] }] : []),
    ...(project ? [{ heading: t('Met in this workspace', '本工作区的落实处'), lines: met.length > 0 ? met.map((one) => `${cite(one)} ${one.section}`) : [project.index.excludedItems.has(id) ? t('Excluded with a reason.', '已删减，有理由。') : t('Nowhere: no document in force claims it.', '没有：没有现行文件声明落实。')] }] : []),
  ]);
}

function here(clause: Clause, project: Project): Part[] {
  const found = evidences(project).filter(({ item }) => clauseOf(item) === clause.number);
  const exclusion = project.index.excludedClauses.get(clause.number);
  if (exclusion) return [{ heading: t('In this workspace', '在本工作区'), lines: [t('Excluded:', '已删减：'), wordsIn(exclusion.value.justification, project.config.language)] }];
  if (!clause.auditable) return [];
  const lines = found.map((one) => `${one.item}  ${cite(one)} ${one.section}`);
  return [{ heading: t('Met in this workspace', '本工作区的落实处'), lines: lines.length > 0 ? lines : [t('Nowhere: no document in force claims an item of it.', '没有：没有现行文件声明落实其中任何一项。')] }];
}
