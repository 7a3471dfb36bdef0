import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';

export interface Split {
  /** YAML between the fences, null when the file has no front matter or a broken one. */
  readonly yaml: string | null;
  /** 1-based line of the first line of YAML. */
  readonly yamlLine: number;
  readonly body: string;
  /** 1-based line on which the body begins. */
  readonly bodyLine: number;
  readonly findings: readonly CodedFinding[];
}

/**
 * Splits a Markdown text at its `---` fences. A fence that names a language (`---js`) is refused and nothing of it is read:
 * front-matter libraries run such blocks, so the split is our own.
 */
export function splitFrontMatter(text: string, path: string): Split {
  const none = (code?: string, args = {}): Split => ({
    yaml: null, yamlLine: 1, body: code ? '' : text, bodyLine: 1,
    findings: code ? [{ code, at: lineStart(path, 1), message: 'found', args }] : [],
  });
  const firstEnd = text.indexOf('\n');
  const first = firstEnd < 0 ? text : text.slice(0, firstEnd);
  if (!first.startsWith('---')) return none();
  const language = first.slice(3).trim();
  if (language !== '' && !/^-+$/.test(language)) return none('load/front-matter-language', { language });
  if (language !== '') return none();
  const close = /^---[ \t]*$/m.exec(text.slice(firstEnd + 1));
  if (firstEnd < 0 || close === null) return none('load/front-matter-open');
  const yaml = text.slice(firstEnd + 1, firstEnd + 1 + close.index);
  const bodyStart = firstEnd + 1 + close.index + close[0].length + 1;
  return { yaml, yamlLine: 2, body: text.slice(bodyStart), bodyLine: 3 + countLines(yaml), findings: [] };
}

/** Markdown or YAML: the end of the name decides, in either case. */
export function isMarkdown(path: string): boolean {
  return /\.md$/i.test(path);
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
