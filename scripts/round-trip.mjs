// Prints every document of the sample (or takes the PDFs of a folder named on the command line) and looks for each sentence of its source.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyPages } from '../tests/render/pdf-body.ts';
import { dictionaries } from '../tests/render/read-pdf.ts';
import { bare, sourceSentences } from '../tests/render/source-sentences.ts';

const given = process.argv[2];
const folder = given ?? mkdtempSync(join(tmpdir(), 'qms-round-trip-'));
if (!given) execFileSync(process.execPath, ['bin/qms.js', '-C', 'docs-qms', 'render', '--all', '-o', folder], { stdio: 'inherit' });
const sources = readdirSync('docs-qms', { recursive: true }).filter((path) => path.endsWith('.md')).map((path) => readFileSync(join('docs-qms', path), 'utf8'));
let lost = 0, documents = 0, sentences = 0;
for (const source of sources.sort()) {
  const id = /^id: (\S+)$/m.exec(source)?.[1];
  const revision = /^revision: (\S+)$/m.exec(source)?.[1];
  const name = `${id}-${revision}`.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  if (!id || /^type: external$/m.test(source)) continue;
  const bytes = readFileSync(join(folder, `${name}.pdf`));
  const text = bare((await bodyPages(bytes)).join(''));
  const wanted = sourceSentences(source);
  const missing = wanted.filter((sentence) => !text.includes(sentence));
  const fonts = (await dictionaries(bytes, 'Type', 'Font')).map((font) => font.get('Subtype')?.toString());
  if (fonts.includes('/Type3')) missing.push('(a Type 3 font)');
  documents++;
  sentences += wanted.length;
  lost += missing.length;
  for (const sentence of missing) console.log(`${id}: ${sentence}`);
}
console.log(`${documents} documents, ${sentences} sentences, headings and cells, ${lost} lost`);
if (!given) rmSync(folder, { recursive: true });
process.exitCode = lost > 0 || documents === 0 ? 1 : 0;
