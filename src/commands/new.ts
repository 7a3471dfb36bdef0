import { documentTypes } from '#model/document.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { newDocument, type NewFile } from '#changes/new-document.ts';
import { newRegister } from '#changes/new-register.ts';
import { format } from '#i18n/format.ts';
import type { Project } from '#model/project.ts';
import { openProject } from './workspace.ts';

/** `qms new`: a draft with the next free number. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const kind = given.args[0] as string;
  const project = await openProject(env);
  const file = (documentTypes as readonly string[]).includes(kind) ? draft(kind, project, given, env) : register(kind, project, given, env);
  const root = await env.host.findWorkspace(env.cwd) as string;
  if (given.options['dryRun'] === true) return { exit: 0, text: `${file.path}\n\n${file.text}` };
  const notes = format({ en: '{id} written to {path}.\n', 'zh-CN': '已新建 {id}：{path}。\n' }, { ...file }, env.locale);
  return { exit: 0, notes, numbered: true, artifacts: [{ path: `${root}/${file.path}`, bytes: new TextEncoder().encode(file.text), exclusive: true }] };
}

function draft(type: string, project: Project, given: Given, env: Env): NewFile {
  const need = (name: string): string => {
    const value = optionText(given, name);
    if (value === undefined) throw new UsageError({ en: 'A new {type} needs --{name}.', 'zh-CN': '新建 {type} 须有 --{name}。' }, { type, name });
    return value;
  };
  const owner = need('owner');
  if (!project.index.units.has(owner)) {
    throw new UsageError({ en: 'There is no unit "{owner}".', 'zh-CN': '没有“{owner}”这个部门。' }, { owner, known: [...project.index.units.keys()].join(', ') }, { en: 'Units: {known}', 'zh-CN': '现有部门：{known}' });
  }
  const block = optionText(given, 'block');
  const procedure = optionText(given, 'procedure') ?? (type === 'form' ? need('procedure') : undefined);
  const path = optionText(given, 'path');
  const wish = { type, title: need('title'), owner, clauses: (given.options['clause'] ?? []) as string[], ...(block ? { block } : {}), ...(procedure ? { procedure } : {}), ...(path ? { path } : {}) };
  const language = project.config.language;
  const template = env.host.assets().template(`new/${language}`).get(`${type}.md`) as string;
  const file = newDocument(project, wish, template, language);
  if (file === null) {
    throw new UsageError({ en: 'qms.yaml gives no complete numbering for {type}.', 'zh-CN': 'qms.yaml 没有给出 {type} 的完整编号规则。' }, { type },
      { en: 'Add `numbering: { {type}: … }`; a pattern with a block needs --block, one with a parent --procedure.', 'zh-CN': '请加 `numbering: { {type}: … }`；规则含板块的须给 --block，含上级文件的须给 --procedure。' });
  }
  return file;
}

function register(kind: string, project: Project, given: Given, env: Env): NewFile {
  const assets = env.host.assets();
  if (!assets.check(`registers/${kind}`) || kind === 'workspace') {
    const known = [...documentTypes, ...assets.names('registers').map((name) => name.slice('registers/'.length)).filter((name) => name !== 'workspace')].join(', ');
    throw new UsageError({ en: 'There is nothing called "{kind}" to start.', 'zh-CN': '没有“{kind}”这个种类。' }, { kind, known }, { en: 'Kinds: {known}', 'zh-CN': '可用种类：{known}' });
  }
  return newRegister(kind, assets.schema(`registers/${kind}`) as Parameters<typeof newRegister>[1], project, project.config.language, optionText(given, 'path'));
}
