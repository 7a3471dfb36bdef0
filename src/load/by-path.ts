import type { FileFacts } from '#model/facts.ts';

/** Finds facts by the path of their file; the list is gone through when somebody asks. */
export function byPath(facts: readonly FileFacts[]): (path: string) => FileFacts | undefined {
  let known: ReadonlyMap<string, FileFacts> | undefined;
  return (path) => (known ??= new Map(facts.map((file) => [file.path, file]))).get(path);
}
