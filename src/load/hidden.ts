import type { Hidden } from '#model/facts.ts';
import type { Position } from '#model/place.ts';

/** Marks for this tool, which say openly what they leave out: `<!-- qms-ignore code: reason -->`, and `expect code` in the examples of rules. */
const ours = /^(?:qms-ignore\s+[a-z-]+\/[a-z-]+\s*:[^]*|expect(?:\s+[a-z-]+\/[a-z-]+)+)$/;

type Unseen = Hidden & { readonly position: Position };

/** Gathers, while a body is read, what its pages will not show. */
export interface HiddenGatherer {
  html(value: string, at: Position): void;
  code(lang: string | null | undefined, value: string, at: Position): void;
  defined(what: 'link' | 'footnote', identifier: string, at: Position): void;
  referred(to: 'link' | 'image' | 'footnote', identifier: string): void;
  /** Whether a picture refers to this definition of a link. */
  pictured(identifier: string): boolean;
  found(): readonly Unseen[];
}

export function hiddenGatherer(): HiddenGatherer {
  const comments: Unseen[] = [];
  const defined = new Map<string, Position>();
  const referred = new Set<string>();
  const pictures = new Set<string>();
  return {
    html(value, at) {
      for (const { 1: words = '', index } of value.matchAll(/<!--([^]*?)(?:-->|$)/g)) {
        if (!ours.test(words.trim())) comments.push({ what: 'comment', position: below(at, value.slice(0, index)) });
      }
    },
    code(lang, value, at) {
      if (lang?.toLowerCase() !== 'mermaid') return;
      for (const [index, line] of value.split('\n').entries()) if (/^\s*%%/.test(line)) comments.push({ what: 'comment', position: lineOf(at, index + 1) });
    },
    defined: (what, identifier, at) => { defined.set(`${what} ${identifier}`, at); },
    referred(to, identifier) {
      referred.add(`${to === 'footnote' ? to : 'link'} ${identifier}`);
      if (to === 'image') pictures.add(identifier);
    },
    pictured: (identifier) => pictures.has(identifier),
    found: () => [...comments, ...[...defined].flatMap(([name, position]): Unseen[] => (referred.has(name) ? [] : [{ what: 'definition', position }]))],
  };
}

/** The place after some text of a node that begins at the given place. */
function below({ start }: Position, before: string): Position {
  const lines = before.split('\n');
  const point = { line: start.line + lines.length - 1, column: (lines.length === 1 ? start.column : 1) + (lines.at(-1) ?? '').length };
  return { start: point, end: { line: point.line, column: point.column + 4 } };
}

function lineOf({ start }: Position, further: number): Position {
  return { start: { line: start.line + further, column: 1 }, end: { line: start.line + further, column: 3 } };
}
