/**
 * The site's only script: the switch between light and dark, and the search. Plain JavaScript for the reader's browser, opened from a
 * disk as well as from a server; it asks for nothing over any network. The search goes through all sections from first to last: a
 * manual of some hundred documents is about a megabyte of text, which takes a few milliseconds and finds any run of Chinese
 * characters without knowing where words end; an index would be larger than the text and still need the text for its excerpts.
 */
export const siteScript: string = `'use strict';
(() => {
  const top = document.documentElement;
  const remember = (value) => { try { localStorage.setItem('qms-theme', value); } catch { /* refused by the browser: holds for this page only */ } };
  const remembered = () => { try { return localStorage.getItem('qms-theme'); } catch { return null; } };
  const known = remembered();
  if (known === 'dark' || known === 'light') top.dataset.theme = known;
  const isDark = () => (top.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

  // Full-width letters and digits as half-width, letters small: as long as before, so that places stay.
  const fold = (text) => text.replace(/[\\uff01-\\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\\u3000/g, ' ').replace(/[A-Z]/g, (c) => c.toLowerCase());
  const pairs = (word) => (word.length < 3 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
  const times = (text, word) => { let count = 0; for (let at = text.indexOf(word); at >= 0 && count < 9; at = text.indexOf(word, at + word.length)) count++; return count; };

  const find = (entries, words) => {
    const scored = [];
    for (const [number, [href, name, heading, text]] of entries.entries()) {
      const [n, h, b] = [fold(name), fold(heading), fold(text)];
      let score = 0;
      for (const word of words) {
        const own = (n.includes(word) ? 8 : 0) + (h.includes(word) ? 12 : 0) + times(b, word);
        if (own === 0) { score = 0; break; }
        score += own;
      }
      if (score > 0) scored.push({ number, score, href, name, heading, text });
    }
    return scored.sort((x, y) => y.score - x.score || x.number - y.number);
  };
  const near = (entries, words) => {
    const wanted = [...new Set(words.flatMap(pairs))];
    const scored = [];
    for (const [number, [href, name, heading, text]] of entries.entries()) {
      const all = fold(name + ' ' + heading + ' ' + text);
      const score = wanted.filter((pair) => all.includes(pair)).length / wanted.length;
      if (score >= 0.6) scored.push({ number, score, href, name, heading, text });
    }
    return scored.sort((x, y) => y.score - x.score || x.number - y.number);
  };

  const excerpt = (text, words) => {
    const folded = fold(text);
    const at = Math.max(0, Math.min(...words.map((word) => folded.indexOf(word)).filter((place) => place >= 0), text.length) - 30);
    const piece = text.slice(at, at + 140);
    const p = document.createElement('p');
    if (at > 0) p.append('…');
    const low = fold(piece);
    for (let from = 0; from < piece.length;) {
      const next = words.map((word) => [low.indexOf(word, from), word.length]).filter(([place]) => place >= 0).sort(([x], [y]) => x - y)[0];
      if (!next) { p.append(piece.slice(from)); break; }
      p.append(piece.slice(from, next[0]));
      const mark = document.createElement('mark');
      mark.textContent = piece.slice(next[0], next[0] + next[1]);
      p.append(mark);
      from = next[0] + next[1];
    }
    if (at + 140 < text.length) p.append('…');
    return p;
  };

  const show = (results, count, query) => {
    const most = 100;
    const words = fold(query).split(/\\s+/).filter(Boolean);
    results.replaceChildren();
    if (words.length === 0) { count.textContent = results.dataset.ask; return; }
    const entries = globalThis.qmsSections ?? [];
    let found = find(entries, words);
    const exact = found.length > 0;
    if (!exact) found = near(entries, words);
    count.textContent = found.length === 0 ? results.dataset.none : [exact ? results.dataset.count.replace('{count}', found.length) : results.dataset.near, ...(found.length > most ? [results.dataset.more.replace('{count}', most)] : [])].join(' ');
    for (const { href, name, heading, text } of found.slice(0, most)) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = href;
      link.textContent = heading === '' || heading === name ? name : name + ' › ' + heading;
      item.append(link, excerpt(text, exact ? words : words.flatMap(pairs)));
      results.append(item);
    }
  };

  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    button.hidden = false;
    button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', () => {
      top.dataset.theme = isDark() ? 'light' : 'dark';
      button.setAttribute('aria-pressed', String(isDark()));
      remember(top.dataset.theme);
    });
    const form = document.getElementById('search');
    form.hidden = false;
    const field = form.querySelector('input');
    const results = document.getElementById('results');
    const count = document.getElementById('count');
    const look = () => show(results, count, field.value);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (results) look();
      else location.href = form.dataset.page + '?q=' + encodeURIComponent(field.value);
    });
    if (!results) return;
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    field.addEventListener('input', look);
    look();
    field.focus();
  });
})();
`;
