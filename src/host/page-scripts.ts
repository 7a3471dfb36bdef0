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

export function styleAdded(css: string): string {
  return `(() => { const style = document.createElement('style'); style.textContent = ${JSON.stringify(css)}; document.head.append(style); })()`;
}

export function tocFilled(numbers: readonly string[]): string {
  return `(() => { const numbers = ${JSON.stringify(numbers)}; document.querySelectorAll('[data-toc]').forEach((entry, index) => { entry.textContent = numbers[index]; }); })()`;
}
