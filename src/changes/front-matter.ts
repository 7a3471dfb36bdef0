import { isMap, type Document, type YAMLMap } from 'yaml';
import { editYaml } from './edit-yaml.ts';

/** Edits the front matter of a Markdown text; comments, order of keys and everything else stay. */
export function editFrontMatter(text: string, edit: (fields: YAMLMap, document: Document) => void): string {
  const match = /^---[ \t]*\r?\n([^]*?)^---[ \t]*$/m.exec(text);
  if (!match || match.index !== 0) throw new Error('a document without front matter was offered for editing');
  const yaml = match[1] as string;
  const start = text.indexOf(yaml, match[0].indexOf('\n'));
  const edited = editYaml(yaml, (document) => {
    if (!isMap(document.contents)) throw new Error('front matter is no mapping');
    edit(document.contents as YAMLMap, document);
  });
  return text.slice(0, start) + edited + text.slice(start + yaml.length);
}
