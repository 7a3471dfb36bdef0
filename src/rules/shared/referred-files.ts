import { linkTarget } from '#model/link-target.ts';
import type { Project } from '#model/project.ts';
import { includeTarget } from '#model/reaching-files.ts';

/** What documents and registers refer to: whole paths by link, and names of files in any value ("evidence: photos/03.jpg"). */
export function referredFiles({ documents, files }: Project): { paths: Set<string>; names: Set<string> } {
  const paths = new Set<string>();
  const names = new Set<string>();
  for (const { path, body, value } of documents) {
    for (const url of value.attachments ?? []) {
      const target = linkTarget(path, url);
      if (target.kind === 'file') paths.add(target.path);
    }
    for (const { url } of body.links) {
      const target = linkTarget(path, url);
      if (target.kind === 'file') paths.add(target.path);
    }
    for (const directive of body.directives) {
      const target = includeTarget(path, directive);
      if (target?.kind === 'file') paths.add(target.path);
    }
  }
  for (const { data } of files) collect(data, names);
  return { paths, names };
}

const LONGEST_NAME = 255;

function collect(value: unknown, names: Set<string>): void {
  if (typeof value === 'string') {
    for (const word of value.split(/[\s/\\"'<>|，。；：（）()、]+/)) if (word.length <= LONGEST_NAME && word.includes('.')) names.add(word);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collect(inner, names);
  }
}
