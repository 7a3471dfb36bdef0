import { parseDocument, type YAMLMap } from 'yaml';
import type { Decision } from '#model/audit.ts';
import type { Project } from '#model/project.ts';
import type { Locale, Text } from '#model/text.ts';
import { editYaml } from './edit-yaml.ts';
import type { NewFile } from './new-document.ts';
import { nextNumber, patternOf } from './next-number.ts';
import { syncMap, type FieldOrder } from './sync-yaml.ts';

/** What a draft is written from: for each input its item, what was found on it, and where. */
export interface DraftInput { readonly item: string; readonly text: Text; readonly facts: readonly Text[]; readonly sources: readonly string[] }
export interface ReviewDraft { readonly year: string; readonly planned: string | undefined; readonly chair: string | undefined; readonly previous: string | undefined; readonly inputs: readonly DraftInput[] }

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const words = {
  head: t(' Drafted from the workspace: check it, complete it, and take out what does not matter.', ' 由工作区资料起草，请逐项核对、补充和取舍。'),
  missing: t(' Missing: nothing was found on this input; write the summary and its source.', ' 缺少：没有查到这项输入的资料，请补写摘要和来源。'),
  decisions: t(' Enter the decisions when the review is held: id, item, decision, owner, due.', ' 评审后填写决定：id、item、decision、owner、due。'),
};

/** The register of a management review that is still to be held, its inputs filled from what the workspace shows. */
export function draftReview(draft: ReviewDraft, project: Project, language: Locale): NewFile {
  const { year } = draft;
  const reviews = project.registers.reviews;
  const pattern = patternOf(project.config.numbering, 'management-review') ?? likeTheLast(reviews.at(-1)?.value.id) ?? 'MR-{year}-{n:2}';
  const id = nextNumber(pattern, { year }, project.config.numbering, reviews.map(({ value }) => value.id)) ?? `MR-${year}-01`;
  const folder = reviews.at(-1)?.path.replace(/[^/]*$/, '') ?? 'reviews/';
  const inputs = draft.inputs.map(({ item, facts, sources }) => ({ item, ...(facts.length > 0 ? { summary: facts.map((fact) => fact[language]).join('') } : {}), ...(sources.length > 0 ? { source: sources.join(language === 'en' ? ', ' : '、') } : {}) }));
  const document = parseDocument('{}');
  document.contents = document.createNode({ kind: 'management-review', id, year, ...(draft.planned ? { planned: draft.planned } : {}), ...(draft.chair ? { chair: draft.chair } : {}), ...(draft.previous ? { previous: draft.previous } : {}), inputs, decisions: [] }) as never;
  document.commentBefore = words.head[language];
  const list = document.get('inputs') as { readonly items: readonly { commentBefore?: string }[] };
  for (const [at, node] of list.items.entries()) {
    const { text, facts } = draft.inputs[at] as DraftInput;
    node.commentBefore = ` ${text[language]}${facts.length > 0 ? '' : `\n${words.missing[language]}`}`;
  }
  const last = (document.contents as unknown as { readonly items: readonly { readonly key: { commentBefore?: string } }[] }).items.at(-1);
  if (last) last.key.commentBefore = words.decisions[language];
  return { id, path: `${folder}${id.slice(id.lastIndexOf('/') + 1)}.yaml`, text: document.toString({ lineWidth: 0 }) };
}

/** MR-2004-01 → MR-{year}-{n:2}. */
function likeTheLast(id: string | undefined): string | undefined {
  const match = /^(.*?)\d{4}(.*?)(\d+)$/.exec(id ?? '');
  return match ? `${match[1]}{year}${match[2]}{n:${match[3]?.length}}` : undefined;
}

/** The register of a review with one of its decisions as it now stands; `at` is its place in the list. */
export function followDecision(text: string, at: number, before: Decision, after: Decision, schema: FieldOrder): string {
  const order = (schema.properties?.['decisions'] as { readonly items?: FieldOrder } | undefined)?.items ?? {};
  return editYaml(text, (document) => syncMap(document.getIn(['decisions', at]) as YAMLMap, { ...before }, { ...after }, order, document));
}
