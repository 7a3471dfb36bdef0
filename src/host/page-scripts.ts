import type { Face } from '#model/printer.ts';

/** Letters, figures and signs that counters may be written in. */
const ofCounters = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}、。．（）〇零一二三四五六七八九十百千①②③④⑤⑥⑦⑧⑨⑩`;

/**
 * What we ask of a page and do to it, as scripts in words: they run in the page by the DevTools protocol, where scripts of the page itself are
 * switched off, and nothing that compiles our code may get into them.
 */

/**
 * Texts by face: [font-family, font-weight, characters][], each character once. What styles put on the page counts as well: page margins in the face
 * that they name, other content and marks of lists that are no plain numbers or bullets in any face ("*").
 */
export const facesInUse: string = String.raw`(() => {
  const faces = new Map();
  const add = (family, weight, text) => {
    const key = family + '|' + weight;
    let face = faces.get(key);
    if (!face) faces.set(key, face = [family, weight, new Set()]);
    for (const char of text) face[2].add(char);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { fontFamily, fontWeight } = getComputedStyle(node.parentElement);
    add(fontFamily, fontWeight, node.data);
  }
  const root = getComputedStyle(document.documentElement);
  const resolved = (style) => {
    const { style: scratch } = document.createElement('p');
    scratch.cssText = style.cssText.replace(/var\(\s*(--[\w-]+)[^()]*\)/g, (_, name) => root.getPropertyValue(name));
    return scratch;
  };
  const plain = /^(?:none|disc|circle|square|decimal)$/;
  const shown = (content) => {
    const odd = /attr\(|var\(|counters?\([^()]*,/.test(content) ? ${JSON.stringify(ofCounters)} + [...document.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes].map(({ value }) => value)).join('') : '';
    return odd + content.replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, code, char) => char ?? String.fromCodePoint(parseInt(code, 16)));
  };
  const walk = (rules, page) => {
    for (const rule of rules) {
      const style = rule.style && resolved(rule.style);
      if (style?.content) {
        if (page) add(style.fontFamily || page.fontFamily || root.fontFamily, style.fontWeight || page.fontWeight || root.fontWeight, shown(style.content));
        else add('*', '', shown(style.content));
      }
      if (rule.cssRules) walk(rule.cssRules, rule instanceof CSSPageRule ? style : undefined);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  if ([...document.querySelectorAll('ol, ul, menu, li')].some((list) => !plain.test(getComputedStyle(list).listStyleType))) add('*', '', ${JSON.stringify(ofCounters)});
  return [...faces.values()].map(([family, weight, chars]) => [family, weight, [...chars].join('')]);
})()`;

/** A font is only fetched when something is laid out with it, and the margins of a page are laid out when it is printed: so all are fetched before. */
export const fontsReady = 'Promise.all([...document.fonts].map((font) => font.load())).then(() => document.fonts.size)';

/** Gives the page its faces as bytes, not by an address: nothing is requested, so nothing has to be let through. The later of two that have a character goes before. Those of the page before go. Ends when all are ready. */
export function facesAdded(faces: readonly Face[]): string {
  const told = faces.map(({ family, weight, font, characters }) => [family, String(weight), Buffer.from(font.buffer, font.byteOffset, font.length).toString('base64'), characters?.map((code) => `U+${code.toString(16)}`).join(',') ?? 'U+0-10FFFF']);
  return `(() => { document.fonts.clear(); const bytes = (text) => Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)); for (const [family, weight, font, unicodeRange] of ${JSON.stringify(told)}) document.fonts.add(new FontFace(family, bytes(font), { weight, unicodeRange })); return ${fontsReady}; })()`;
}

/** The page on which each element with an id seems to begin, as [id, page][], told without printing from the columns that the page's own spread makes; null where it has none. */
export const pagesExpected = `(() => {
  const spread = document.querySelector('style[data-spread]');
  if (!spread) return null;
  spread.media = 'all';
  const { left, width } = document.body.getBoundingClientRect();
  const pages = [...document.querySelectorAll('[id]')].map((element) => [element.id, Math.floor(((element.getClientRects()[0]?.left ?? left) - left + 1) / width) + 1 + Number(spread.dataset.spread)]);
  spread.media = 'not all';
  return pages;
})()`;

export function tocFilled(numbers: readonly string[]): string {
  return `(() => { const numbers = ${JSON.stringify(numbers)}; document.querySelectorAll('[data-toc]').forEach((entry, index) => { entry.textContent = numbers[index]; }); })()`;
}
