import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/** The stack of a fault of ours, with the places in src/ that its bundle was made from. */
export function readableStack(error: unknown): string {
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return stack.replace(/(?:file:\/\/)?((?:\/|[A-Za-z]:\\)[^()\n]*?\.c?js):(\d+):(\d+)/g, (place, path: string, line: string, column: string) => {
    const entry = mapOf(path)?.findEntry(Number(line) - 1, Number(column) - 1);
    return entry && 'originalSource' in entry && entry.originalSource ? `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}` : place;
  });
}

function mapOf(path: string): SourceMap | undefined {
  try {
    return existsSync(`${path}.map`) ? new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')) as ConstructorParameters<typeof SourceMap>[0]) : undefined;
  } catch {
    return undefined; // the fault that is being told counts, not this one
  }
}
