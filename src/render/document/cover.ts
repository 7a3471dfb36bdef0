import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import type { ControlledDocument } from '#views/controlled/document.ts';
import { escapeHtml } from '../escape-html.ts';
import { labels, markLabels, typeLabels, type Label } from './labels.ts';
import { inkOf } from './page-frame.ts';

/** The cover: who issues what, in which edition, under which number, signed by whom, and the box for the control stamp. */
export function coverHtml(view: ControlledDocument, locale: Locale): string {
  const say = (name: Label): string => labels[name][locale];
  const fact = (name: Label, value: string): string => (value === '' ? '' : `<tr><th scope="row">${say(name)}</th><td>${text(value)}</td></tr>`);
  const signing = view.signings.map(({ role, name, post, on }) => `<tr><th scope="row">${say(role)}</th><td>${text(name)}</td><td>${text(post === name ? '' : post)}</td><td class="whole">${text(on)}</td></tr>`);
  return `<section class="cover">
<p class="cover-unit">${text(view.organization)}</p>
<p class="cover-kind">${typeLabels[view.type][locale]}</p>
<p class="cover-title">${text(view.title)}</p>
<table class="cover-facts"><tbody>${fact('number', view.id)}${fact('revision', view.revision)}${fact('owner', view.owner)}${fact('supersedes', view.supersedes)}${fact('trial', view.trialUntil)}${fact('copy', view.copy?.number ?? '')}${fact('holder', view.copy?.holder ?? '')}</tbody></table>
<div class="stamp-box"><p class="stamp-label">${say('stampBox')}</p>${stampHtml(view, locale)}</div>
<table class="cover-signing"><thead><tr><th scope="col">${say('role')}</th><th scope="col">${say('person')}</th><th scope="col">${say('post')}</th><th scope="col">${say('on')}</th></tr></thead><tbody>${signing.join('')}</tbody></table>
${dates(view, locale)}
</section>`;
}

/** 发布 and 实施 as they stand at the foot of a standard; a draft has neither. */
function dates({ issued, effective }: ControlledDocument, locale: Locale): string {
  const line = (day: string, zh: string, en: string): string => (day === '' ? '<span></span>' : `<span>${locale === 'zh-CN' ? `${text(day)} ${zh}` : `${en} ${text(day)}`}</span>`);
  return issued === '' && effective === '' ? '' : `<p class="cover-dates">${line(issued, '发布', 'Issued')}${line(effective, '实施', 'In force from')}</p>`;
}

/** The stamp itself, as it would be inked. */
export function stampHtml(view: ControlledDocument, locale: Locale): string {
  const lines = view.copy ? [`${labels.copy[locale]} ${view.copy.number}`, view.copy.holder] : [];
  return `<div class="stamp" style="--ink: ${inkOf(view)}"><strong>${markLabels[view.mark][locale]}</strong>${lines.map((line) => `<span>${text(line)}</span>`).join('')}</div>`;
}

function text(words: string): string {
  return escapeHtml(safeText(words));
}

export const coverStyle: string = `
.cover { page: cover; break-after: page; text-align: center; height: 247mm; position: relative; }
.cover p { text-indent: 0; text-align: center; } .cover-unit { font-size: 18pt; padding-top: 14mm; } .cover-kind { font: 400 16pt/1.4 "QMS Hei"; margin-top: 22mm; } [lang|=zh] .cover-unit { letter-spacing: .1em; } [lang|=zh] .cover-kind { letter-spacing: .3em; } .cover-title { font-size: 28pt; font-weight: 700; line-height: 1.35; margin: 6mm 0 12mm; }
.cover table { width: auto; margin: 0 auto; font-size: 11pt; } .cover-facts th, .cover-facts td { border: 0; border-bottom: .5pt solid #000; background: none; padding: 1.6mm 3mm; min-width: 34mm; } .cover-facts td { min-width: 62mm; text-align: center; } .cover-facts th { text-align: justify; text-align-last: justify; min-width: 26mm; }
.stamp-box { width: 62mm; height: 34mm; margin: 10mm auto; border: .5pt dashed #888; position: relative; display: flex; align-items: center; justify-content: center; } .stamp-label { position: absolute; left: 2mm; top: 1mm; margin: 0; font-size: 8pt; line-height: 1.2; color: #666; }
.stamp { border: 1.8pt solid var(--ink); outline: .6pt solid var(--ink); outline-offset: -1.4mm; color: var(--ink); border-radius: 2mm; padding: 2.6mm 6mm; font-family: "QMS Hei"; line-height: 1.3; transform: rotate(-4deg); } .stamp strong { display: block; font-size: 13pt; letter-spacing: .06em; white-space: nowrap; } [lang|=zh] .stamp strong { font-size: 17pt; letter-spacing: .25em; margin-right: -.25em; } .stamp span { display: block; font-size: 9pt; }
.cover-signing { position: absolute; left: 0; right: 0; bottom: 20mm; } .cover-signing th, .cover-signing td { padding: 1.6mm 5mm; text-align: center; } .cover-dates { position: absolute; left: 0; right: 0; bottom: 0; display: flex; justify-content: space-between; font: 400 12pt/1.4 "QMS Hei"; border-top: 1.2pt solid #000; padding-top: 2.5mm; margin: 0; }
`;
