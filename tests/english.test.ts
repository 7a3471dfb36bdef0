import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes } from '#commands/catalogue.ts';
import { format } from '#i18n/format.ts';
import type { Text } from '#model/text.ts';
import { judgeFiles } from './memory.ts';

/** What `qms init --lang en --example` writes. A small translation firm that writes English and is no authority: none of the four blocks, no licences, no cases. */
const folder = join(import.meta.dirname, '..', 'templates', 'example', 'en');
const files = Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));

/** `code path:line` of everything that is said, with its sentence. */
async function said(changed: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const { diagnostics } = await judgeFiles({ ...files, ...changed });
  return new Map(diagnostics.map(({ code, severity, at, message, args }) => [`${severity} ${code} ${at.path}:${at.position.start.line}`, format(codes.get(code)?.messages[message] as Text, args ?? {}, 'en')]));
}

test('an honest English manual has no errors and no notes, and what is customary is said in English', async () => {
  const findings = await said({});
  expect([...findings.keys()].filter((finding) => !finding.startsWith('warning clause/advised'))).toEqual([]);
  expect([...findings.values()].join('\n')).not.toMatch(/\p{Script=Han}/u);
});

/** One fault each: file, what stands there, what is put there, the finding it must cause and words of its sentence. */
const faults: readonly (readonly [name: string, file: string, find: string, put: string, finding: string, words: string])[] = [
  ['a step that nobody does', 'procedures/QP-03.md', '| Translator | at once |', '| | at once |', 'error procedure/responsibility-missing', 'names no post'],
  ['a step given to a post that does not exist', 'procedures/QP-02.md', '| Managing director | 10 working days before |', '| Audit officer | 10 working days before |', 'warning procedure/unknown-post', '"Audit officer"'],
  ['a step without a limit', 'procedures/QP-04.md', '| Office manager | same day |', '| Office manager | — |', 'info procedure/step-limit-missing', 'no time limit'],
  ['a section that is missing', 'procedures/QP-01.md', '## 3 Responsibilities', '## 3 Notes', 'error procedure/responsibility-missing', 'no section "Responsibilities"'],
  ['a vague word', 'procedures/QP-01.md', 'stand in folders in the office', 'are filed as appropriate', 'info document/vague-wording', '"as appropriate"'],
  ['a place-holder', 'manual/QM-01.md', 'with all units', 'with [TBD] units', 'warning document/placeholder', '"TBD"'],
  ['the voice of the standard', 'manual/QM-01.md', 'This manual describes the system;', 'The organization shall describe. The organization shall act. Top management shall see to it.', 'warning document/copied-standard', 'voice'],
  ['a law that is not in the list', 'procedures/QP-04.md', 'Data Protection Act 1998', '*Interpreters Act 1982*', 'error external/unlisted', 'Interpreters Act 1982'],
  ['a law that is repealed', 'external.yaml', 'in_force_from: "2000-03-01", standing: in-force', 'in_force_from: "2000-03-01", standing: repealed, repealed_on: "2004-06-01"', 'error external/repealed-cited', 'was repealed'],
  ['a point of a procedure left open', 'procedures/QP-02.md', ' :req[8.2.2-p6]', '', 'error procedure/point-unsettled', 'auditor selection'],
  ['a requirement that nobody claims', 'manual/QM-01.md', ' :req[6.4-b]', '', 'error coverage/unclaimed-item', '6.4-b'],
  ['a required record without a form', 'forms/QR-QP01-03.md', 'evidences: [REC21-01]', 'evidences: [REC21-17]', 'error record/form-missing', 'Management review'],
  ['an exclusion for want of money', 'exclusions.yaml', 'Customers hand in finished texts and order a rendering of them; what the service consists of is set by the order and by the trade, and the firm develops no service of its own.', 'Design would be too costly for us.', 'error exclusion/ground-refused', 'cost'],
  ['blame instead of a cause', 'audits/nc-2004-001.yaml', 'whys: [the line was overlooked, the form has no line for it], root: the order sheet offers no place where the reader signs', 'root: the translator was careless', 'warning nonconformity/shallow-cause', 'careless'],
  ['an auditor of the own unit', 'audits/programme-2004.yaml', 'leader: p2, weight: 3', 'leader: p3, weight: 3', 'error audit/own-work', 'Translation team'],
  ['a wrong number', 'procedures/QP-03.md', '\nHL/QP-04\n', '\nHL/QP-40\n', 'error reference/broken', 'HL/QP-40'],
  ['an approval by the author', 'procedures/QP-03.md', 'approved: { by: p1', 'approved: { by: p2', 'warning document/approver-is-author', 'both prepared and approved'],
];

describe('each planted fault is found, at its file, once', () => {
  test.each(faults)('%s', async (_, file, find, put, finding, words) => {
    const text = files[file] as string;
    expect(text.split(find).length).toBe(2);
    const before = await said({});
    const fresh = [...await said({ [file]: text.replace(find, () => put) })].filter(([key]) => !before.has(key));
    const hits = fresh.filter(([key]) => key.startsWith(finding));
    expect(hits.length, JSON.stringify(fresh, null, 1)).toBe(1);
    expect(hits[0]?.[1]).toContain(words);
    expect(fresh.length, JSON.stringify(fresh, null, 1)).toBe(1);
  });
});
