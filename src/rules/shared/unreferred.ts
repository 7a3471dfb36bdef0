import type { FileFacts } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import { referredFiles } from './referred-files.ts';

const papers = new Set(['doc', 'docx', 'dot', 'dotx', 'docm', 'rtf', 'wps', 'odt', 'xls', 'xlsx', 'xlsm', 'et', 'ods', 'csv', 'ppt', 'pptx', 'dps', 'odp', 'pdf', 'ofd', 'txt', 'htm', 'html', 'markdown', 'vsd', 'vsdx', 'mdb']);

/** A format in which people write rules and fill in forms. */
export function isWrittenPaper(kind: string): boolean {
  return papers.has(kind);
}

/** What office programs and file managers leave behind; nobody wrote it. */
const leftover = /^(?:~\$.*|\.~lock\..*|thumbs\.db|desktop\.ini|\.ds_store)$/i;

/** Files that are neither documents nor registers and that nothing refers to. Signatures lie beside what they sign. */
export function unreferred(project: Project): FileFacts[] {
  const assets = project.files.filter(({ form }) => form === 'asset');
  if (assets.length === 0) return [];
  const { paths, names } = referredFiles(project);
  const all = new Set(project.files.map(({ path }) => path));
  // reference/missing-file tells of capital and small letters that differ.
  const linked = new Set([...paths].map((path) => path.toLowerCase()));
  return assets.filter(({ path }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return !linked.has(path.toLowerCase()) && !names.has(name) && !leftover.test(name) && name !== 'allowed_signers' && !(name.endsWith('.sig') && all.has(path.slice(0, -'.sig'.length)));
  });
}
