import { parseMarkdown } from '#load/markdown.ts';
import { documentContent } from '#render/document/content.ts';
import type { Content, Context } from '#render/document/context.ts';

/** A body turned into a page, files given by path. */
export function pageOf(body: string, files: Readonly<Record<string, string | Uint8Array>> = {}, more: Partial<Context> = {}): Promise<Content> {
  const bytes = (path: string): Uint8Array | null => {
    const found = files[path];
    return found === undefined ? null : typeof found === 'string' ? new TextEncoder().encode(found) : found;
  };
  return documentContent({ path: 'procedures/a.md', root: parseMarkdown(body), firstLine: 11 }, {
    locale: 'zh-CN', prefix: 'd-', claims: 'drop', file: bytes, live: () => null, link: () => undefined,
    include: (path) => {
      const found = bytes(path);
      return found === null ? null : { path, root: parseMarkdown(new TextDecoder().decode(found)), firstLine: 1 };
    },
    ...more,
  });
}
