import { Document, isMap, isScalar, isSeq, Scalar, visit, type Node } from 'yaml';

const times = new Set(['from', 'until', 'opening_time', 'closing_time']);

/** Data of a register as YAML as people write it: lists of ids on one line, entries of `flat` lists on a line each, clauses and times quoted. `comments` stand before the entries of a list. */
export function registerText(data: object, head: readonly string[], comments: { readonly list: string; readonly lines: (index: number) => readonly string[] }, flat: readonly string[] = []): string {
  const document = new Document(data);
  document.commentBefore = head.map((line) => ` ${line}`).join('\n');
  const list = isMap(document.contents) ? document.contents.get(comments.list) : undefined;
  if (isSeq(list)) {
    for (const [index, node] of list.items.entries()) {
      const said = comments.lines(index).map((line) => ` ${line}`).join('\n');
      if (said !== '') (node as Node).commentBefore = said;
    }
  }
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      if (isSeq(value) && flat.includes(String(key.value))) for (const item of value.items) if (isMap(item)) item.flow = true;
      if (key.value === 'clauses' && isSeq(value)) for (const item of value.items) if (isScalar(item)) item.type = Scalar.QUOTE_DOUBLE;
      if (times.has(String(key.value)) && isScalar(value) && /^\d\d:\d\d$/.test(String(value.value))) value.type = Scalar.QUOTE_DOUBLE;
    },
    Seq(_, node, path) {
      const pair = path.at(-1);
      const name = pair && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : '';
      if (!flat.includes(name) && node.items.every((item) => isScalar(item))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
