import { unzipSync, zipSync } from 'fflate';
import type { Env } from '#model/command.ts';
import type { Worksheet } from '#model/worksheet.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { auditWorkspace } from './workspace.ts';

/** The world of a workspace in memory, with files outside it that a command may read. */
export function envWith(outside: Readonly<Record<string, Uint8Array>>, files: Readonly<Record<string, string>> = auditWorkspace): Env {
  const env = memoryEnv(files, 'en');
  return { ...env, host: { ...env.host, readFile: async (path) => outside[path.replace('/w/', '')] ?? null } };
}

/** The workbook of a unit of the small office. */
export async function workbookOf(unit = 'hall', files: Readonly<Record<string, string>> = auditWorkspace): Promise<Uint8Array> {
  const { artifacts } = await runCommand('audit checklist', memoryEnv(files), ['NS-2004-01'], { unit, format: 'xlsx', output: 'x.xlsx' });
  return artifacts?.[0]?.bytes as Uint8Array;
}

/** The answers of a form as its script saves them. */
export async function savedForm(edit: (sheet: Draft) => void, unit = 'hall', files: Readonly<Record<string, string>> = auditWorkspace): Promise<Uint8Array> {
  const { text } = await runCommand('audit checklist', memoryEnv(files), ['NS-2004-01'], { unit, format: 'html' });
  const { sheet } = JSON.parse(/<script type="application\/json" id="data">([^]*?)<\/script>/.exec(text as string)?.[1] as string) as { sheet: Draft };
  edit(sheet);
  return new TextEncoder().encode(JSON.stringify({ format: 'qms-worksheet/1', ...sheet }));
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };
export type Draft = Omit<Writable<Worksheet>, 'rows'> & { rows: Writable<Worksheet['rows'][number]>[] };

/** A workbook with some of its parts rewritten, added (or, by null, taken away). */
export function repacked(bytes: Uint8Array, parts: Readonly<Record<string, ((text: string) => string) | string | Uint8Array | null>>): Uint8Array {
  const files = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts)) {
    if (part === null) delete files[path];
    else files[path] = Uint8Array.from(typeof part === 'function' ? new TextEncoder().encode(part(new TextDecoder().decode(files[path]))) : typeof part === 'string' ? new TextEncoder().encode(part) : part);
  }
  return zipSync(files);
}

/** Writes into cells of the first sheet, as an office program does. */
export function filled(bytes: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
  return repacked(bytes, { 'xl/worksheets/sheet1.xml': (xml) => Object.entries(cells).reduce((text, [ref, value]) => text.replace(new RegExp(`<c r="${ref}" s="(\\d+)"(?:/>| t="inlineStr">[^]*?</c>)`), (_, style: string) => `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`), xml) });
}
