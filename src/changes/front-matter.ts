import { isMap, parseDocument, type Document, type YAMLMap } from 'yaml';

/** Edits the front matter of a Markdown text; comments, order of keys and everything else stay. */
export function editFrontMatter(text: string, edit: (fields: YAMLMap, document: Document) => void): string {
  const match = /^---[ \t]*\r?\n([^]*?)^---[ \t]*$/m.exec(text);
  if (!match || match.index !== 0) throw new Error('a document without front matter was offered for editing');
  const yaml = match[1] as string;
  const document = parseDocument(yaml, { version: '1.2', schema: 'core' });
  if (!isMap(document.contents)) throw new Error('front matter is no mapping');
  edit(document.contents as YAMLMap, document);
  const start = text.indexOf(yaml, match[0].indexOf('\n'));
  return text.slice(0, start) + document.toString({ lineWidth: 0, flowCollectionPadding: yaml.includes('{ ') }) + text.slice(start + yaml.length);
}
