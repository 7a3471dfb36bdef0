import type { Env } from '#model/command.ts';
import type { Document } from '#model/document.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import { UsageError } from '#model/usage-error.ts';
import { allFacts } from './all-facts.ts';
import { judge, type Judged } from './judge.ts';
import { openAt, type Opened } from './workspace.ts';

export interface OpenedDocument { readonly opened: Opened; readonly judged: Judged; readonly project: Project; readonly facts: readonly FileFacts[]; readonly document: Document; readonly text: string }

/** The document that carries a number; UsageError when none does, or more than one. */
export async function openDocument(id: string, env: Env): Promise<OpenedDocument> {
  const opened = await openAt(env);
  const facts = await allFacts(opened, env);
  const judged = judge(opened, facts, env.today);
  const [document, other] = judged.project?.index.documents.get(id) ?? [];
  if (!judged.project || !document) {
    throw new UsageError({ en: 'No document carries the number {id}.', 'zh-CN': '没有编号为 {id} 的文件。' }, { id },
      { en: '`qms register documents` lists the numbers.', 'zh-CN': '`qms register documents` 可列出编号。' });
  }
  if (other) throw new UsageError({ en: '{id} is carried by {first} and {second}.', 'zh-CN': '{id} 同时是 {first} 和 {second} 的编号。' }, { id, first: document.path, second: other.path });
  const text = new TextDecoder().decode(opened.tree.get(document.path)?.read());
  return { opened, judged, project: judged.project, facts, document, text };
}

/** Which status a document must have for what is asked. */
export function requireStatus({ value }: Document, allowed: readonly string[], verb: { readonly en: string; readonly 'zh-CN': string }): void {
  if (allowed.includes(value.status ?? '')) return;
  throw new UsageError({ en: '{id} has status "{status}"; to {verb} it must be: {allowed}.', 'zh-CN': '{id} 的状态是“{status}”；要{verb}，状态须为：{allowed}。' },
    { id: value.id, status: value.status ?? '', verb, allowed: allowed.join(', ') });
}

