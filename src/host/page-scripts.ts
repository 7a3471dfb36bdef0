import type { Face } from '#model/printer.ts';

/**
 * What we ask of a page and do to it, as scripts in words: they run in the page by the DevTools protocol, where scripts of the page itself are
 * switched off, and nothing that compiles our code may get into them.
 */

/** Texts by face: [font-family, font-weight, characters][], each character once. */
export const facesInUse = `(() => {
  const faces = new Map();
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { fontFamily, fontWeight } = getComputedStyle(node.parentElement);
    const key = fontFamily + '|' + fontWeight;
    let face = faces.get(key);
    if (!face) faces.set(key, face = [fontFamily, Number(fontWeight), new Set()]);
    for (const char of node.data) face[2].add(char);
  }
  return [...faces.values()].map(([family, weight, chars]) => [family, weight, [...chars].join('')]);
})()`;

/** A font is only fetched when something is laid out with it, and the margins of a page are laid out when it is printed: so all are fetched before. */
export const fontsReady = 'Promise.all([...document.fonts].map((font) => font.load())).then(() => document.fonts.size)';

/** Gives the page its faces as bytes, not by an address: nothing is requested, so nothing has to be let through. The later of two that have a character goes before. Those of the page before go. */
export function facesAdded(faces: readonly Face[]): string {
  const told = faces.map(({ family, weight, font, characters }) => [family, String(weight), Buffer.from(font.buffer, font.byteOffset, font.length).toString('base64'), characters?.map((code) => `U+${code.toString(16)}`).join(',') ?? 'U+0-10FFFF']);
  return `(() => { document.fonts.clear(); for (const [family, weight, font, unicodeRange] of ${JSON.stringify(told)}) document.fonts.add(new FontFace(family, Uint8Array.from(atob(font), (char) => char.charCodeAt(0)), { weight, unicodeRange })); })()`;
}

export function tocFilled(numbers: readonly string[]): string {
  return `(() => { const numbers = ${JSON.stringify(numbers)}; document.querySelectorAll('[data-toc]').forEach((entry, index) => { entry.textContent = numbers[index]; }); })()`;
}
