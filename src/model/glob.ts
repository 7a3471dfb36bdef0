/**
 * Whether a path matches one of the patterns of `ignore:`: `*` and `?` within a name, `**` across folders, `{a,b}` for a choice.
 * The patterns come from the workspace, so matching takes linear time per star whatever they say; libraries turn them into regular
 * expressions that a pattern of eight stars keeps busy for minutes.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.flatMap((pattern) => choices(pattern.replace(/^\.\//, ''))).map((pattern) => pattern.split('/'));
  return (path) => {
    const parts = path.split('/');
    return globs.some((glob) => wild(glob, parts, (step) => step === '**', matchName));
  };
}

function matchName(name: string, pattern: string): boolean {
  return wild([...pattern], [...name], (char) => char === '*', (char, wanted) => wanted === '?' || char === wanted);
}

/** Classic two-pointer matching: a star takes as little as possible and is given more only when the rest does not fit. */
function wild(pattern: readonly string[], text: readonly string[], isStar: (step: string) => boolean, fits: (text: string, step: string) => boolean): boolean {
  let at = 0;
  let step = 0;
  let star = -1;
  let from = 0;
  while (at < text.length) {
    const wanted = pattern[step];
    if (wanted !== undefined && isStar(wanted)) { star = step++; from = at; }
    else if (wanted !== undefined && fits(text[at] as string, wanted)) { step++; at++; }
    else if (star >= 0) { step = star + 1; at = ++from; }
    else return false;
  }
  while (step < pattern.length && isStar(pattern[step] as string)) step++;
  return step === pattern.length;
}

/** `{a,b}` written out, at most 256 patterns; a brace without its mate is a plain character. */
function choices(pattern: string): string[] {
  let all = [pattern];
  for (;;) {
    const next = all.flatMap((one) => {
      const match = /\{([^{}]*,[^{}]*)\}/.exec(one);
      return match ? (match[1] as string).split(',').map((word) => one.slice(0, match.index) + word + one.slice(match.index + match[0].length)) : [one];
    });
    if (next.length === all.length || next.length > 256) return all;
    all = next;
  }
}
