import type { Nodes } from 'mdast';
import type { Hidden } from '#model/facts.ts';
import type { Position } from '#model/place.ts';

/** Marks for this tool, which say openly what they leave out: `<!-- qms-ignore code: reason -->`, and `expect code` in the examples of rules. */
const ours = /^(?:qms-ignore\s+[a-z-]+\/[a-z-]+\s*:[^]*|expect(?:\s+[a-z-]+\/[a-z-]+)+)$/;

type Unseen = Hidden & { readonly position: Position };

/** Gathers, while a body is walked, what its pages will not show. */
export function hiddenGatherer(place: (node: { position?: Position | undefined }) => Position): { visit(node: Nodes): void; found(): Unseen[]; pictured(identifier: string): boolean } {
  const comments: Unseen[] = [];
  const defined = new Map<string, Position>();
  const referred = new Set<string>();
  const pictures = new Set<string>();
  const visit = (node: Nodes): void => {
    switch (node.type) {
      case 'html':
        for (const { 1: words = '', index } of node.value.matchAll(/<!--([^]*?)(?:-->|$)/g)) {
          if (!ours.test(words.trim())) comments.push({ what: 'comment', position: below(place(node), node.value.slice(0, index)) });
        }
        break;
      case 'code':
        if (node.lang?.toLowerCase() !== 'mermaid') break;
        for (const [index, line] of node.value.split('\n').entries()) if (/^\s*%%/.test(line)) comments.push({ what: 'comment', position: lineOf(place(node), index + 1) });
        break;
      case 'definition': defined.set(`link ${node.identifier}`, place(node)); break;
      case 'footnoteDefinition': defined.set(`note ${node.identifier}`, place(node)); break;
      case 'imageReference': pictures.add(node.identifier); referred.add(`link ${node.identifier}`); break;
      case 'linkReference': referred.add(`link ${node.identifier}`); break;
      case 'footnoteReference': referred.add(`note ${node.identifier}`); break;
      default: break;
    }
  };
  return {
    visit,
    found: () => [...comments, ...[...defined].flatMap(([name, position]): Unseen[] => (referred.has(name) ? [] : [{ what: 'definition', position }]))],
    pictured: (identifier) => pictures.has(identifier),
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
