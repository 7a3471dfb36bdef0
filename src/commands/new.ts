import { documentTypes } from '#model/document.ts';
import { optionText, type Choice, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Entry } from '#model/place.ts';
import { wordsIn, type Wording } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { newDocument, type NewFile } from '#changes/new-document.ts';
import { newRegister } from '#changes/new-register.ts';
import { format } from '#i18n/format.ts';
import type { Project } from '#model/project.ts';
import { need } from './need.ts';
import { openProject } from './workspace.ts';

/** `qms new`: a draft with the next free number. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const kind = given.args[0] as string;
  const project = await openProject(env);
  const file = (documentTypes as readonly string[]).includes(kind) ? await draft(kind, project, given, env) : register(kind, project, given, env);
  const root = await env.host.findWorkspace(env.cwd) as string;
  if (given.options['dryRun'] === true) return { exit: 0, text: `${file.path}\n\n${file.text}` };
  const notes = format({ en: '{id} written to {path}.\n', 'zh-CN': '已新建 {id}：{path}。\n' }, { ...file }, env.locale);
  return { exit: 0, notes, numbered: true, artifacts: [{ path: `${root}/${file.path}`, bytes: new TextEncoder().encode(file.text), exclusive: true }] };
}

async function draft(type: string, project: Project, given: Given, env: Env): Promise<NewFile> {
  const title = await need(given, env, 'title', { en: 'What is it called?', 'zh-CN': '文件名称？' });
  const owner = await need(given, env, 'owner', { en: 'Which unit answers for it?', 'zh-CN': '主管部门？' }, { choices: named(project.registers.units) });
  const block = optionText(given, 'block');
  const procedure = optionText(given, 'procedure') ?? (type === 'form' ? await need(given, env, 'procedure', { en: 'Which document does the form belong to?', 'zh-CN': '表单属于哪个文件？' }, { choices: parents(project) }) : undefined);
  const path = optionText(given, 'path');
  const wish = { type, title, owner, clauses: (given.options['clause'] ?? []) as string[], ...(block ? { block } : {}), ...(procedure ? { procedure } : {}), ...(path ? { path } : {}) };
  const language = project.config.language;
  const template = env.host.assets().template(`new/${language}`).get(`${type}.md`) as string;
  const file = newDocument(project, wish, template, language);
  if (file === null) {
    throw new UsageError({ en: 'qms.yaml gives no complete numbering for {type}.', 'zh-CN': 'qms.yaml 没有给出 {type} 的完整编号规则。' }, { type },
      { en: 'Add `numbering: { {type}: … }`; a pattern with a block needs --block, one with a parent --procedure.', 'zh-CN': '请加 `numbering: { {type}: … }`；规则含板块的须给 --block，含上级文件的须给 --procedure。' });
  }
  return file;
}

/** Entries with a name as answers to choose from. */
function named(entries: readonly Entry<{ readonly id: string; readonly name: Wording }>[]): Choice[] {
  return entries.map(({ value: { id, name } }) => ({ value: id, label: name }));
}

/** Documents that a form can belong to: all but forms and outside papers. */
function parents({ documents, config }: Project): Choice[] {
  return documents.filter(({ value }) => value.type !== 'form' && value.type !== 'external').map(({ value: { id, title } }) => ({ value: id, label: `${id} ${wordsIn(title, config.language)}` }));
}

function register(kind: string, project: Project, given: Given, env: Env): NewFile {
  const assets = env.host.assets();
  if (!assets.check(`registers/${kind}`) || kind === 'workspace') {
    const known = [...documentTypes, ...assets.names('registers').map((name) => name.slice('registers/'.length)).filter((name) => name !== 'workspace')].join(', ');
    throw new UsageError({ en: 'There is nothing called "{kind}" to start.', 'zh-CN': '没有“{kind}”这个种类。' }, { kind, known }, { en: 'Kinds: {known}', 'zh-CN': '可用种类：{known}' });
  }
  return newRegister(kind, assets.schema(`registers/${kind}`) as Parameters<typeof newRegister>[1], project, project.config.language, optionText(given, 'path'));
}
