import type { Point, Position } from '#model/place.ts';

/** A law as English names it, by words with capitals and its year: "Data Protection Act 1998". Without the year any "act" would do. */
const englishLaw = /\b(?!(?:The|This|An?|Under|In|See|By|With|From|Our|Each)\s)(?:[A-Z][\w'’&-]*,?\s(?:(?:and|of|on|for|to|etc\.)\s){0,2}){1,12}(?:Act|Regulations|Ordinance)\s(?:19|20)\d{2}\b/g;
const quoted = /《([^《》\n]{2,80}(?:《[^《》\n]*》[^《》\n]*)?)》/g;
const numbered = /(?<![\w.%])\d(?:\.\d{1,2}){1,3}(?![\w%]|\.\d)/g;

/** What a character may be a sign of: all that `scanText` finds has some of them. */
const [SPACE, SLASH, QUOTE, DOT, DIGIT, CAPITAL] = [1, 2, 4, 8, 16, 32];
/** Bits of the signs. */
const ABOVE = 6;
const signsOf = new Uint8Array(0x1_00_00);
const give = (characters: string, sign: number): void => { for (const character of characters) signsOf[character.charCodeAt(0)] = sign; };
give('\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff', SPACE);
give('/', SLASH);
give('《', QUOTE);
give('.', DOT);
give('0123456789', DIGIT);
give('ABCDEFGHIJKLMNOPQRSTUVWXYZ', CAPITAL);

/** White space, as \s has it. */
export function isSpace(code: number): boolean {
  return signsOf[code] === SPACE;
}

/** What signs a text holds and, above them, how many characters, spaces left out: one number, for every piece of text is weighed. */
export function weigh(text: string): number {
  let spaces = 0;
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = signsOf[text.charCodeAt(at)] as number;
    signs |= sign;
    spaces += sign & SPACE;
  }
  return ((text.length - spaces) << ABOVE) | signs;
}

export function sizeIn(weight: number): number {
  return weight >> ABOVE;
}

/** What is found in running text. */
export interface Said {
  mention(id: string, at: Position): void;
  quote(words: string, at: Position): void;
  number(number: string, sentence: string, at: Position): void;
}

/** Controlled numbers (`ids`; every one has a slash), quoted titles, laws, numbers of several parts in a text of this weight that begins here. */
export function scanText(value: string, weight: number, line: number, column: number, ids: RegExp, said: Said): void {
  const signs = weight & ((1 << ABOVE) - 1);
  if (signs <= SPACE) return;
  const has = (some: number): boolean => (signs & some) === some;
  const start = { line, column };
  if (has(SLASH)) eachMatch(ids, value, start, ([id], at) => said.mention(id, at));
  if (has(QUOTE)) eachMatch(quoted, value, start, ([, words = ''], at) => said.quote(words, at));
  if (has(SPACE | DIGIT | CAPITAL)) eachMatch(englishLaw, value, start, ([law], at) => said.quote(law, at));
  if (has(DOT | DIGIT)) {
    let sentenceAt: ReturnType<typeof sentencesOf> | undefined;
    eachMatch(numbered, value, start, ({ 0: number, index }, at) => said.number(number, (sentenceAt ??= sentencesOf(value))(index), at));
  }
}

function eachMatch(pattern: RegExp, value: string, start: Point, found: (match: RegExpExecArray, at: Position) => void): void {
  pattern.lastIndex = 0;
  let within: ReturnType<typeof placesIn> | undefined;
  for (let match = pattern.exec(value); match !== null; match = pattern.exec(value)) {
    within ??= placesIn(value, start);
    found(match, within(match.index, match[0].length));
  }
}

/** The sentence around a place in a text, at most 200 characters of it. Places are asked for in ascending order. */
function sentencesOf(value: string): (index: number) => string {
  const end = /[。；！？\n]|[;!?.](?=\s|$)/g;
  let from = 0;
  let to = -1;
  return (index) => {
    while (to < index && to < value.length) {
      from = to + 1;
      to = end.exec(value)?.index ?? value.length;
    }
    return value.slice(from, to).trim().slice(0, 200).toWellFormed();
  };
}

/** Where a match inside a text node stands; exact as long as the node has no escapes or soft breaks before it. Asked for in ascending order. */
function placesIn(value: string, start: Point): (index: number, size: number) => Position {
  const breaks = value.includes('\n') ? [...value.matchAll(/\n/g)].map(({ index }) => index) : [];
  return (index, size) => {
    let low = 0;
    for (let high = breaks.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] as number) < index) low = middle + 1;
      else high = middle;
    }
    const line = start.line + low;
    const column = low === 0 ? start.column + index : index - (breaks[low - 1] as number);
    return { start: { line, column }, end: { line, column: column + size } };
  };
}
