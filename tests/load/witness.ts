import { locator } from '#load/locate.ts';
import { byPath } from '#load/by-path.ts';
import { entryBytes } from '#load/entry.ts';
import { linkFacts, openWorkspace, readFacts } from '#load/load.ts';
import type { CodedFinding } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';
import { assets, bareWorkspace, memoryTree, testDay } from '../memory.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A file with a fault of its own beside the bad one: it must be found whatever the bad one does. */
export const witness: Readonly<Record<string, string>> = { ...bareWorkspace, 'witness.yaml': 'kind: suppliers\nsuppliers: []\nwhatever: 1\n' };
export const witnessed = 'load/schema witness.yaml:3';

interface Read { readonly places: string[]; readonly findings: readonly CodedFinding[] }

/** Facts of all files, linked and located, without rules: what reading alone has to say. Longer than 5 s is a hang. */
async function read(files: Files): Promise<Read> {
  const begun = performance.now();
  const tree = memoryTree(files);
  const reading = await openWorkspace(tree, assets, []);
  const facts = readFacts(tree, reading);
  const { findings } = linkFacts(facts, reading, testDay);
  const locate = locator((path) => entryBytes(tree.get(path)), byPath(facts));
  const told = findings.map((finding) => ({ finding, at: locate(finding.at) })).sort((a, b) => (a.finding.code < b.finding.code ? -1 : 1) || a.at.position.start.line - b.at.position.start.line);
  if (performance.now() - begun > 5000) throw new Error(`reading took ${Math.round(performance.now() - begun)} ms`);
  return { places: told.map(({ finding, at }) => `${finding.code} ${at.path}:${at.position.start.line}`), findings: told.map(({ finding }) => finding) };
}

/** `code path:line` of all that reading finds. */
export async function readOnly(files: Files): Promise<string[]> {
  return (await read(files)).places;
}

/** Reads one bad file beside the witness: what is said of the bad file, and whether the witness was checked. */
export async function judgeBad(path: string, content: string | Uint8Array): Promise<{ found: string[]; others: string[]; findings: readonly CodedFinding[] }> {
  const { places, findings } = await read({ ...witness, [path]: content });
  return { found: places.filter((place) => place.includes(` ${path}:`)), others: places.filter((place) => place === witnessed), findings: findings.filter(({ at }) => at.path === path) };
}

/** The facts of one file alone. */
export async function factsOf(path: string, content: string | Uint8Array): Promise<FileFacts> {
  const tree = memoryTree({ [path]: content });
  return readFacts(tree, await openWorkspace(tree, assets, []))[0] as FileFacts;
}

/** A document that nothing is wrong with before its body is judged. */
export function document(body: string, front = 'type: procedure\nid: AB/QP-09\ntitle: 文件控制程序\nrevision: A/0\nstatus: draft\nowner: office\n'): string {
  return `---\n${front}---\n${body}`;
}
