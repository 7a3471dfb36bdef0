import { DiagramError, type Edge, type Shape } from './chart.ts';

interface Found { readonly id: string; readonly label: readonly string[] | null; readonly shape: Shape }
/** A line of a flowchart: the nodes it names, in order, and the arrows between them. */
export interface Statement { readonly nodes: readonly Found[]; readonly edges: readonly Edge[] }

/** Opening and closing marks of the shapes, longer ones first. */
const shapes: readonly (readonly [open: string, close: string, shape: Shape])[] = [
  ['([', '])', 'stadium'], ['[(', ')]', 'cylinder'], ['[[', ']]', 'subroutine'], ['((', '))', 'circle'], ['{{', '}}', 'hexagon'], ['[/', '/]', 'slanted'],
  ['[', ']', 'box'], ['(', ')', 'round'], ['{', '}', 'diamond'],
];
const arrow = /^(<)?(?:(--+|==+)(>)|(---+|===+)|(-\.+-)(>)?)(?:\|([^|]*)\|)?/;
const spoken = /^(<)?(--|==|-\.)\s*([^-=.<>|\s](?:[^<>|]*?[^-=.<>|\s])?)\s*(--+>|==+>|\.+->|---+|===+|\.+-)/;
const MAX_LABEL = 200;

/** Reads `A[收件] --> B{齐全？} -- 否 --> C & D`. */
export function splitStatement(line: string, index: number): Statement {
  const nodes: Found[] = [];
  const edges: Edge[] = [];
  let at = 0;
  const skip = (): void => { while (line[at] === ' ' || line[at] === '\t') at++; };
  const wrong = (): DiagramError => new DiagramError(index, { en: 'cannot read `{rest}`', 'zh-CN': '无法识别 `{rest}`' }, { rest: line.slice(at, at + 40) || line.slice(0, 40) });

  const node = (): string => {
    skip();
    const id = /^[\p{L}\p{N}_][\p{L}\p{N}_.]*(?:-[\p{L}\p{N}_.]+)*/u.exec(line.slice(at))?.[0];
    if (id === undefined) throw wrong();
    at += id.length;
    const found = shapes.find(([open]) => line.startsWith(open, at));
    if (!found) { nodes.push({ id, label: null, shape: 'box' }); return id; }
    const [open, close, shape] = found;
    const from = at + open.length;
    const quoted = line[from] === '"';
    const end = quoted ? line.indexOf(`"${close}`, from + 1) : line.indexOf(close, from);
    if (end < 0) throw new DiagramError(index, { en: '`{open}` is not closed by `{close}`', 'zh-CN': '`{open}` 没有用 `{close}` 结束' }, { open, close });
    nodes.push({ id, label: linesOf(line.slice(quoted ? from + 1 : from, end), index), shape });
    at = end + close.length + (quoted ? 1 : 0);
    return id;
  };
  const several = (): string[] => {
    const list = [node()];
    for (skip(); line[at] === '&'; skip()) { at++; list.push(node()); }
    return list;
  };

  let from = several();
  for (skip(); at < line.length; skip()) {
    const { length, ...edge } = arrowAt(line.slice(at), index) ?? (() => { throw wrong(); })();
    at += length;
    const to = several();
    for (const one of from) for (const other of to) edges.push({ from: one, to: other, ...edge });
    from = to;
  }
  return { nodes, edges };
}

function arrowAt(rest: string, index: number): (Omit<Edge, 'from' | 'to'> & { readonly length: number }) | null {
  const words = spoken.exec(rest);
  if (words) {
    const [{ length }, start, mark, label, close] = words as unknown as [string, string | undefined, string, string, string];
    return { length, label: linesOf(label, index), line: lineOf(mark), start: start !== undefined, end: close.endsWith('>') };
  }
  const plain = arrow.exec(rest);
  if (!plain) return null;
  const mark = plain[2] ?? plain[4] ?? plain[5] ?? '';
  return { length: plain[0].length, label: plain[7] === undefined ? [] : linesOf(plain[7], index), line: lineOf(mark), start: plain[1] !== undefined, end: (plain[3] ?? plain[6]) !== undefined };
}

function lineOf(mark: string): Edge['line'] {
  return mark.startsWith('=') ? 'thick' : mark.includes('.') ? 'dotted' : 'solid';
}

/** The words of a label; `<br>` breaks the line, other marks are words. */
function linesOf(text: string, index: number): string[] {
  if (text.length > MAX_LABEL) throw new DiagramError(index, { en: 'a label has more than {limit} characters', 'zh-CN': '一处文字超过 {limit} 个字' }, { limit: MAX_LABEL });
  return text.trim().replace(/^"(.*)"$/, '$1').split(/<br\s*\/?>|\\n/i).map((part) => part.trim()).filter((part) => part !== '');
}
