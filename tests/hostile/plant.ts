import { isMap, isScalar, parseDocument, visit, type Document } from 'yaml';
import { factsOf } from '../load/witness.ts';
import type { State } from '../e2e/states.ts';

const front = /^---\n([^]*?)^---\n/m;

/** A workspace with a hostile string in every field that takes free text, in headings, paragraphs and cells of tables; `from`: which string comes first. */
export async function plant(files: State, strings: readonly string[], from: number): Promise<Map<string, string>> {
  let at = from;
  const next = (): string => strings[at++ % strings.length] as string;
  const planted = new Map<string, string>();
  for (const [path, latin] of files) {
    const text = Buffer.from(latin, 'latin1').toString('utf8');
    const yaml = path.endsWith('.yaml') ? text : front.exec(text)?.[1];
    if (yaml === undefined || path === 'qms.yaml') {
      planted.set(path, text);
      continue;
    }
    const document = parseDocument(yaml, { schema: 'core' });
    const kind = `${String(document.get('kind') ?? document.get('type'))}`;
    const wrap = (fields: string): string => (path.endsWith('.yaml') ? fields : `---\n${fields}---\n${text.slice(front.exec(text)?.[0].length)}`);
    await eachText(document, async (where, value, put) => {
      const free = await isFree(`${kind} ${where}`, async (probe) => {
        put(probe);
        const { findings } = await factsOf(path, wrap(document.toString()));
        put(value);
        return findings.filter(({ code }) => code.startsWith('load/')).length;
      });
      if (free) put(next());
    });
    const body = wrap(document.toString({ lineWidth: 0 }));
    planted.set(path, path.endsWith('.md') ? inBody(body, () => next().replaceAll(/[\r\n]+/g, ' ')) : body);
  }
  return planted;
}

/** By kind and path of the field, list positions apart: a field is free when two unlike texts in it are not complained of. */
const known = new Map<string, boolean>();
async function isFree(field: string, complaints: (probe: string) => Promise<number>): Promise<boolean> {
  const before = known.get(field);
  if (before !== undefined) return before;
  const free = !/\/(?:kind|type|id|standard)$/.test(field) && await complaints('Some words') === 0 && await complaints('#1 = <x>') === 0;
  known.set(field, free);
  return free;
}

async function eachText(document: Document, see: (where: string, value: string, put: (text: string) => void) => Promise<void>): Promise<void> {
  const found: [string, string, (text: string) => void][] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const names = ancestors.flatMap((one) => ('key' in one && isScalar(one.key) ? [String(one.key.value)] : isMap(one) ? [] : []));
      found.push([`/${names.join('/')}`, node.value, (text) => {
        node.value = text;
        node.type = 'QUOTE_DOUBLE';
      }]);
    },
  });
  for (const one of found) await see(...one);
}

/** Behind every heading, in every other paragraph and in the last cell of every row of a table. */
function inBody(text: string, next: () => string): string {
  const start = front.exec(text)?.[0].length ?? 0;
  return text.slice(0, start) + text.slice(start).split('\n').map((line, at) => {
    if (/^#+ /.test(line)) return `${line} ${next()}`;
    if (/^\|[\s:|-]+\|$/.test(line)) return line;
    if (line.startsWith('|')) return line.replace(/\|[^|]*\|$/, () => `| ${next().replaceAll('|', '\\|')} |`);
    return /^\w/.test(line) && at % 2 === 0 ? `${line} ${next()}` : line;
  }).join('\n');
}
