import { createHash } from 'node:crypto';
import type { Locale, Text } from '#model/text.ts';
import { judgements, methods, type Worksheet } from '#model/worksheet.ts';
import { judgementWords, methodWords, placeWords } from '#views/audit/checklist-paper.ts';
import type { Checklist, ChecklistLine } from '#views/audit/checklist.ts';
import { escapeHtml as escape } from './escape-html.ts';
import { fieldWords, formWords } from './field-words.ts';
import { shown } from './shown.ts';

/** Script and style of the form, as they ship with the tool. */
export interface FormParts { readonly script: string; readonly style: string }
/** Who may be named as the auditor. */
export interface FormPerson { readonly id: string; readonly name: string }

/** What the form keeps below, so that what it saves is taken in: photos of a row, bytes of a photo and of the file. */
const limits = { photos: 6, photo: 700 * 1024, bytes: 9.5 * 1024 * 1024 };

/**
 * The checklist as one page that needs no network: it is filled in on a tablet, keeps its answers through a reload, and saves a file for `qms audit record`.
 * Its policy lets in this one script and style by their digests and nothing from outside.
 */
export function fieldForm(list: Checklist, sheet: Worksheet, organization: string, people: readonly FormPerson[], { script, style }: FormParts, locale: Locale): string {
  const policy = `default-src 'none'; script-src '${digest(script)}'; style-src '${digest(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const say = (text: Text): string => escape(text[locale]);
  const data = JSON.stringify({ sheet, limits, words: Object.fromEntries(Object.entries(formWords).map(([name, text]) => [name, text[locale]])) }).replaceAll('<', '\\u003c');
  const title = `${sheet.audit} ${list.unitName || list.processName} ${fieldWords.title[locale]}`;
  const clauses = [...Map.groupBy(list.lines, ({ clause }) => clause)];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${say(fieldWords.title)}</h1>
<dl>${pairs(list, organization, locale).map(([term, text]) => `<dt>${escape(term)}</dt><dd>${escape(text)}</dd>`).join('')}</dl>
<div class="pair">
<label>${say(fieldWords.auditor)} <select id="auditor" class="short"><option value=""></option>${people.map(({ id, name }) => `<option value="${escape(id)}">${escape(`${name} ${id}`)}</option>`).join('')}</select></label>
<label>${say(formWords.day)} <input id="on" type="date" class="short"></label>
</div>
<label>${say(formWords.load)} <input id="load" type="file" accept=".json,application/json"></label>
<header class="bar">
<p><span id="open"></span> <progress id="bar" max="${sheet.rows.length}" value="0" aria-label="${say(formWords.progress)}"></progress></p>
<label>${say(formWords.show)} <select id="filter"><option value="all">${say(formWords.all)}</option><option value="open">${say(formWords.onlyOpen)}</option><option value="fault">${say(formWords.onlyFaults)}</option><option value="nonconform">${say(formWords.onlyBad)}</option></select></label>
<button type="button" id="next">${say(formWords.next)}</button>
<button type="button" id="save" class="main">${say(formWords.save)}</button>
<p id="storage" role="status" hidden></p>
<p id="faults" role="status" hidden></p>
<p id="size" role="status" hidden></p>
</header>
${samplesHtml(list, locale)}
${clauses.map(([clause, lines]) => `<h2>${escape([clause, shown(lines.find(({ clauseTitle }) => clauseTitle)?.clauseTitle ?? (clause === '' ? formWords.steps : ''), locale)].filter(Boolean).join(' '))}</h2>
${lines.map((line) => rowHtml(line, list, locale)).join('\n')}`).join('\n')}
</main>
<script type="application/json" id="data">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What a policy lets in: exactly this text. */
function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function pairs({ audit, unitName, processName, sittings, seed, digest: check }: Checklist, organization: string, locale: Locale): [string, string][] {
  const times = sittings.map(({ on, from, until }) => [on, from && until ? `${from}–${until}` : from].filter(Boolean).join(' ')).join(locale === 'en' ? ', ' : '、');
  const all: [Text, string][] = [[formWords.organization, organization], [fieldWords.audit, audit], [fieldWords.unit, unitName], [formWords.process, processName], [formWords.time, times], [formWords.seed, seed], [formWords.check, check.slice(0, 16)]];
  return all.filter(([, text]) => text !== '').map(([term, text]) => [term[locale], text]);
}

function samplesHtml({ samples }: Checklist, locale: Locale): string {
  const drawn = samples.filter(({ of }) => of > 0);
  if (drawn.length === 0) return '';
  const head = [fieldWords.pool, fieldWords.of, fieldWords.drawn].map((text) => `<th scope="col">${escape(text[locale])}</th>`).join('');
  return `<details><summary>${escape(fieldWords.samples[locale])}</summary><table><thead><tr>${head}</tr></thead><tbody>${drawn.map(({ title, of, drawn: labels }) => `<tr><td>${escape(title[locale])}</td><td>${of}</td><td>${labels.map(escape).join('<br>')}</td></tr>`).join('')}</tbody></table></details>`;
}

function rowHtml({ id, no, item, question, requirement, places, forms, earlier, pools }: ChecklistLine, { samples }: Checklist, locale: Locale): string {
  const say = (text: Text): string => escape(text[locale]);
  const where = [...places.map(placeWords), ...forms.map((form) => `${form.id} ${form.revision} ${form.title}`)].map((text) => `<li>${escape(text)}</li>`).join('');
  const drawn = pools.flatMap((pool) => samples.filter((sample) => sample.pool === pool)).map(({ title, drawn: labels }) => `${title[locale]}${locale === 'en' ? ': ' : '：'}${labels.join(locale === 'en' ? ', ' : '、')}`);
  const choice = (judgement: string): string => `<label><input type="radio" name="judgement-${no}" value="${judgement}">${say(judgementWords[judgement] as Text)}</label>`;
  return `<article data-id="${escape(id)}" aria-labelledby="q${no}">
<h3 id="q${no}">${no}. <span class="item">${escape(item)}</span> ${escape(shown(question, locale))}</h3>
<div class="soft">${requirement ? `<p>${say(requirement)}</p>` : ''}${where ? `<details><summary>${say(formWords.where)}</summary><ul>${where}</ul></details>` : ''}${drawn.length > 0 ? `<details><summary>${say(formWords.sampleHint)}</summary><ul>${drawn.map((text) => `<li>${escape(text)}</li>`).join('')}</ul></details>` : ''}</div>
${earlier.map((one) => `<p class="earlier">${escape(`${one.id} (${one.state[locale]}) ${one.fact}`)}</p>`).join('')}
<fieldset><legend>${say(formWords.judgement)}</legend>${judgements.map(choice).join('')}<button type="button" class="clear">${say(formWords.clear)}</button></fieldset>
<label>${say(formWords.evidence)} <textarea name="evidence"></textarea></label>
<div class="pair">
<label>${say(formWords.sample)} <input name="sample"></label>
<label>${say(formWords.method)} <select name="method"><option value=""></option>${methods.map((method) => `<option value="${method}">${say(methodWords[method] as Text)}</option>`).join('')}</select></label>
</div>
<label>${say(formWords.note)} <input name="note"></label>
<label class="photo">${say(formWords.photos)} <input type="file" accept="image/*" capture="environment" multiple></label>
<div class="thumbs"></div>
<p class="fault bad" role="status" hidden></p>
</article>`;
}
