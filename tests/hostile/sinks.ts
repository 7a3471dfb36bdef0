import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'mdast';
import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { SaxesParser } from 'saxes';
import { unified } from 'unified';
import { parseHtml, walk } from '../html-tree.ts';

// oxlint-disable-next-line no-control-regex -- raw controls are what is looked for
export const controls: RegExp = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;

/** What an output does that no output may, whatever the texts in it; `bytes` of a file, `text` of the screen. */
export function faultsOf(format: string, text: string, bytes?: Uint8Array): string[] {
  return (sinks[format] ?? onTerminal)(text, bytes ?? new Uint8Array()).map((fault) => fault.slice(0, 300));
}

/** Nothing steers a terminal, and nothing that a build server prints of it is a command to that server. */
function onTerminal(text: string): string[] {
  return text.split('\n').flatMap((line) => [...(controls.test(line) ? [`raw control: ${JSON.stringify(line)}`] : []), ...(/^(?:::|##\[|##vso)/.test(line) ? [`a command: ${line}`] : [])]);
}

function asJson(text: string): string[] {
  try {
    JSON.parse(text);
    return text.split('\n').filter((line) => controls.test(line)).map((line) => `raw control: ${JSON.stringify(line)}`);
  } catch (error) {
    return [`no JSON: ${(error as Error).message}`];
  }
}

let sarif: ValidateFunction | undefined;
function asSarif(text: string): string[] {
  if (!sarif) {
    const { $schema: _draft, id: _id, ...schema } = sarifSchema;
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    (addFormats as unknown as (instance: Ajv) => void)(ajv);
    sarif = ajv.compile(schema);
  }
  const faults = asJson(text);
  return faults.length > 0 || sarif(JSON.parse(text)) ? faults : [`no SARIF: ${JSON.stringify(sarif.errors?.[0])}`];
}

function asGitlab(text: string): string[] {
  const faults = asJson(text);
  if (faults.length > 0) return faults;
  const issues = JSON.parse(text) as { description?: unknown; check_name?: unknown; fingerprint?: unknown; severity?: unknown; location?: { path?: unknown; lines?: { begin?: unknown } } }[];
  const wrong = issues.find(({ description, check_name, fingerprint, severity, location }) =>
    typeof description !== 'string' || typeof check_name !== 'string' || !/^[0-9a-f]{32}$/.test(String(fingerprint)) || !/^(?:info|minor|major|critical|blocker)$/.test(String(severity)) || typeof location?.path !== 'string' || !Number.isInteger(location.lines?.begin));
  const twice = issues.length - new Set(issues.map(({ fingerprint }) => fingerprint)).size;
  return [...(wrong ? [`no issue of GitLab: ${JSON.stringify(wrong)}`] : []), ...(twice > 0 ? [`${twice} fingerprints twice`] : [])];
}

function asXml(text: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => faults.push(`no XML: ${error.message}`));
  parser.write(text).close();
  return faults;
}

/** One command to a line, each with the properties that GitHub knows, and nothing else that begins like one. */
function asGithub(text: string): string[] {
  return text.split(/\r\n|[\r\n]/).filter((line) => controls.test(line) || (line.startsWith('::') && !/^::(?:error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=[^:,]*::/.test(line)) || line.startsWith('##')).map((line) => `forged: ${line}`);
}

/** Cells as RFC 4180 has them. */
function cellsOf(csv: string): string[] {
  return [...csv.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n|$)/g)].map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
function asCsv(text: string): string[] {
  return cellsOf(text).flatMap((cell) => [...(/^[=+\-@\t\r]/.test(cell) ? [`a formula: ${cell}`] : []), ...(controls.test(cell) ? [`raw control: ${JSON.stringify(cell)}`] : [])]);
}

const ours = new Set([readFileSync('templates/field-form/form.js', 'utf8').trim()]);
/** No script but our own, no handler, nothing loaded from elsewhere, no address that is a program. */
function asHtml(text: string): string[] {
  const faults: string[] = [];
  let script = false;
  walk(parseHtml(text), ({ tagName, properties }) => {
    script = tagName === 'script';
    if (['iframe', 'object', 'embed', 'base', 'applet', 'frame'].includes(tagName)) faults.push(`<${tagName}>`);
    if (script && properties['type'] !== 'application/json' && properties['src'] !== undefined) faults.push('script from elsewhere');
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) faults.push(`handler ${name}`);
      if (/^(?:href|src|action|formaction|xlinkHref|srcSet|poster|background|data)$/i.test(name) && /^\s*(?:javascript|vbscript|data:text)/i.test(String(value))) faults.push(`${name}=${String(value)}`);
      if (/^(?:src|srcSet|poster|background)$/i.test(name) && /^\s*(?:https?:)?\/\//i.test(String(value))) faults.push(`loads ${String(value)}`);
    }
  });
  for (const [, attributes = '', inside = ''] of text.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)) {
    if (!attributes.includes('application/json') && !ours.has(inside.trim())) faults.push(`script ${inside.slice(0, 60)}`);
  }
  return faults;
}

/** Text of a field stays text: no HTML, no picture, no link that is a program. */
function asMarkdown(text: string): string[] {
  const faults = onTerminal(text.replaceAll('@\u200b', '@')); // our own: it calls nobody
  const visit = (node: Nodes): void => {
    if ((node.type === 'html' && node.value !== '<br>') || node.type === 'image' || node.type === 'definition') faults.push(`${node.type}: ${JSON.stringify(node)}`);
    if (node.type === 'link' && !/^(?:https?:|mailto:|#|[\w./%-]*$)/i.test(node.url)) faults.push(`link to ${node.url}`);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(text));
  return faults;
}

function asWorkbook(_text: string, bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xml|rels)$/.test(path)).flatMap(([path, part]) => {
    const xml = strFromU8(part);
    return [...asXml(xml), ...(/<f[ >/]/.test(xml) && path.includes('/worksheets/') ? ['a formula'] : [])].map((fault) => `${path}: ${fault}`);
  });
}

const sinks: Readonly<Record<string, (text: string, bytes: Uint8Array) => string[]>> = { json: asJson, sarif: asSarif, gitlab: asGitlab, junit: asXml, github: asGithub, csv: asCsv, html: asHtml, md: asMarkdown, xlsx: asWorkbook };
