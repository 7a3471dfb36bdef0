import { diffArrays } from 'diff';
import { parseDocument, type Document, type ParseOptions, type DocumentOptions, type SchemaOptions, type ToStringOptions } from 'yaml';

const reading: ParseOptions & DocumentOptions & SchemaOptions = { version: '1.2', schema: 'core', logLevel: 'error' };

/**
 * Edits a YAML text. Comments, order of keys, line ends and the layout of every line that the edit does not touch stay as they were.
 * Throws where the text is no YAML: whoever edits has read it as data before.
 */
export function editYaml(text: string, edit: (document: Document) => void): string {
  const whole = text.replaceAll('\r\n', '\n');
  const lf = whole.replace(/^(?:[ \t]*\n)+/, ''); // blank lines before all else, which yaml drops
  const document = parseDocument(lf, reading);
  if (document.errors.length > 0) throw new Error('YAML with errors was offered for editing', { cause: document.errors[0] });
  const layout = layoutOf(lf);
  const untouched = document.toString(layout);
  edit(document);
  const edited = document.toString(layout);
  const merged = whole.slice(0, whole.length - lf.length) + (untouched === lf ? edited : keepLayout(lf, untouched, edited));
  return text.includes('\r\n') ? merged.replaceAll('\n', '\r\n') : merged;
}

function layoutOf(text: string): ToStringOptions {
  return { lineWidth: 0, flowCollectionPadding: text.includes('{ '), indentSeq: !/^( *)[^\s#-].*:[ \t]*(?:#.*)?\n\1- /m.test(text) };
}

/** A stretch of the plain layout's lines and what stands there instead. */
interface Hunk { readonly from: number; readonly to: number; readonly lines: readonly string[] }

/** The edit's lines where it changed something, the author's lines everywhere else, save where the two do not go together. */
function keepLayout(original: string, untouched: string, edited: string): string {
  const base = untouched.split('\n');
  const changes = hunks(base, edited.split('\n'));
  const habits = hunks(base, original.split('\n')).filter((habit) => !changes.some((change) => touches(habit, change)));
  const meant = read(edited);
  const fits = (kept: readonly Hunk[]): boolean => read(merge(base, [...changes, ...kept])) === meant;
  return merge(base, [...changes, ...fitting(habits, [], fits)]);
}

/** As many of the habits as fit, in halves: nearly always all of them, at the price of one look. */
function fitting(habits: readonly Hunk[], kept: readonly Hunk[], fits: (kept: readonly Hunk[]) => boolean): readonly Hunk[] {
  if (habits.length === 0 || fits([...kept, ...habits])) return [...kept, ...habits];
  if (habits.length === 1) return kept;
  const half = Math.ceil(habits.length / 2);
  return fitting(habits.slice(half), fitting(habits.slice(0, half), kept, fits), fits);
}

function merge(base: readonly string[], changed: readonly Hunk[]): string {
  const lines: string[] = [];
  let at = 0;
  for (const { from, to, lines: instead } of changed.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    lines.push(...base.slice(at, from), ...instead);
    at = to;
  }
  return [...lines, ...base.slice(at)].join('\n');
}

/** Lines that differ in blanks or capitals only are paired one by one, so that an edit beside a habit leaves the habit. */
function hunks(base: string[], other: string[]): Hunk[] {
  const found: Hunk[] = [];
  let at = 0;
  let open: { from: number; to: number; lines: string[] } | undefined;
  for (const { added, removed, value } of diffArrays(base, other, { comparator: (a, b) => bare(a) === bare(b) })) {
    if (!added && !removed) {
      open = undefined;
      for (const [index, line] of value.entries()) if (line !== base[at + index]) found.push({ from: at + index, to: at + index + 1, lines: [line] });
    } else if (!open) {
      found.push(open = { from: at, to: at, lines: [] });
    }
    if (added) open?.lines.push(...value);
    else at += value.length;
    if (removed && open) open.to = at;
  }
  return found.flatMap((hunk) => apart(hunk, base));
}

/** A stretch whose last lines are blank ones that go (yaml sets one before a comment at the end) as two: an edit may stand between. */
function apart({ from, to, lines }: Hunk, base: readonly string[]): Hunk[] {
  const text = base.slice(from, to).findLastIndex((line) => bare(line) !== '') + 1;
  return text === 0 || from + text === to || bare(lines.at(-1) ?? '') === '' ? [{ from, to, lines }] : [{ from, to: from + text, lines }, { from: from + text, to, lines: [] }];
}

function bare(line: string): string {
  return line.replace(/\s+/g, '').toLowerCase();
}

function touches(a: Hunk, b: Hunk): boolean {
  return a.from < b.to && b.from < a.to || a.from === a.to && b.from === b.to && a.from === b.from;
}

/** What a text says, its comments included, in one layout; '' for what is no YAML. */
function read(text: string): string {
  const document = parseDocument(text, reading);
  return document.errors.length > 0 ? '' : document.toString({ lineWidth: 0 });
}
