import { randomFrom } from '../../bench/random.mjs';

type Below = (limit: number) => number;

/** Texts made from real ones without end: whole or a few lines of them, then spoilt in one to three places, with `bits` put in or parts lost, doubled, moved or indented. */
export function* spoiltTexts(texts: readonly string[], bits: readonly string[], seed: number): Generator<string> {
  const next = randomFrom(seed).below;
  for (;;) {
    let text = texts[next(texts.length)] as string;
    if (next(2) === 0) text = excerpt(text, next);
    for (let times = 1 + next(3); times > 0; times--) text = spoil(text, bits, next);
    yield text;
  }
}

function excerpt(text: string, next: Below): string {
  const lines = text.split('\n');
  const start = next(lines.length);
  const kept = lines.slice(start, start + 1 + next(12));
  const margin = next(2) === 0 ? 0 : (/^ */.exec(kept[0] ?? '')?.[0].length ?? 0);
  return kept.map((line) => line.slice(Math.min(margin, line.length - line.trimStart().length))).join('\n') + (next(3) === 0 ? '' : '\n');
}

function spoil(text: string, bits: readonly string[], next: Below): string {
  const at = next(text.length + 1);
  const lines = text.split('\n');
  const line = next(lines.length);
  switch (next(8)) {
    case 0: return text.slice(0, at) + text.slice(at + 1 + next(4));
    case 1: return text.slice(0, at);
    case 2: return lines.toSpliced(line, 1).join('\n');
    case 3: return lines.toSpliced(next(lines.length), 0, lines[line] as string).join('\n');
    case 4: return lines.with(line, next(2) === 0 ? `${' '.repeat(1 + next(3))}${lines[line]}` : (lines[line] as string).replace(/^ {1,2}/, '')).join('\n');
    default: return text.slice(0, at) + bits[next(bits.length)] + text.slice(at);
  }
}
