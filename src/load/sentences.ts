/** What belongs to the sentence before it: closing quotes and brackets, and the claims of requirement items. */
const tail = String.raw`[”’」』）》〉】)\]"'*_]*(?:[ \t]*:req\[[^\]\n]*\])*`;
const ends = new RegExp(String.raw`(?<![。！？；…])(?:[。！？；]+|…{2,})${tail}|(?<![.!?])[.!?]+${tail}(?=\s+[^\s\p{Ll}])`, 'gu');
const cjk = String.raw`\p{Script=Han}\u3000-\u303f\uff00-\uffef`;

/**
 * Sentences of a paragraph as written. Chinese ends at 。！？； and where a line breaks beside Chinese; English at . ! ? before a
 * space and no small letter. Line breaks within English are spaces: wrapping a paragraph anew changes nothing.
 */
export function sentencesOf(paragraph: string): string[] {
  const lines = paragraph.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, '\n').replace(new RegExp(`(?<![${cjk}\\]])\n(?![${cjk}])`, 'gu'), ' ').split('\n');
  return lines.flatMap((line) => {
    const sentences: string[] = [];
    let from = 0;
    for (const match of line.matchAll(ends)) {
      sentences.push(line.slice(from, match.index + match[0].length));
      from = match.index + match[0].length;
    }
    return [...sentences, line.slice(from)].map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  });
}
