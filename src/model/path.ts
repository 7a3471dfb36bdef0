/** A path without `.` and `..`; call it only on what does not escape the root. */
export function joinPath(path: string): string {
  return steps(path).kept.join('/');
}

/** True when `..` leads above the workspace. */
export function escapesRoot(path: string): boolean {
  return steps(path).escaped;
}

function steps(path: string): { kept: string[]; escaped: boolean } {
  const kept: string[] = [];
  let escaped = false;
  for (const step of path.split('/')) {
    if (step === '..') escaped ||= kept.pop() === undefined;
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return { kept, escaped };
}
