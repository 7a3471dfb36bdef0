import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { selectionOf, selectionLine } from '#commands/export/selection.ts';
import { runCommand } from '../env.ts';
import { temporaryFolder } from '../temporary.ts';
import { small } from './small.ts';
import { inGit, packOf } from './packs.ts';

const folder = join(temporaryFolder(), 'pack');
const { files, notes } = await packOf(inGit({ ...small, 'approvals/allowed_signers': 'p1 namespaces="qms-evidence" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBdNEUYNZmMGkuw8rKW6MXO7zIeTkolW/xDQTgNt4flE\n' }));
const verify = files.get('VERIFY.txt')?.toString() ?? '';
/** The commands under a heading of VERIFY.txt, as they stand there. */
const commandsUnder = (heading: string, text = verify): string[] => {
  const lines = text.split('\r\n');
  const from = lines.findIndex((line) => line.trim() === heading);
  const until = lines.findIndex((line, at) => at > from && !line.startsWith('    '));
  return lines.slice(from + 1, until).map((line) => line.trim());
};
const all = verify.split('\r\n');
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const stock = process.platform === 'linux' && has('sha512sum') && has('find');
if (!stock) process.stderr.write('tests/commands/export-reader.test.ts: no sha512sum and find of Linux here, the commands of VERIFY.txt were NOT run\n');

function unpack(): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
const shell = (command: string): { out: string; status: number | null } => {
  const { stdout, status } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
  return { out: stdout.trim(), status };
};
const expectedCounts = (): string[] => all.slice(all.findIndex((line) => line.includes('依次应为')) + 1).slice(0, 3).map((line) => line.trim());

describe('VERIFY.txt', () => {
  test('opens in an editor of Windows: marked as UTF-8, CRLF throughout, nothing left unfilled', () => {
    expect(verify.startsWith('\ufeff')).toBe(true);
    expect(verify.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(verify).not.toMatch(/\{\w+\}|undefined|\[object/);
  });
  test('speaks both languages, that of the workspace first, and names the keys of the pack', () => {
    expect(verify.indexOf('怎样核对')).toBeLessThan(verify.indexOf('How to check'));
    expect(verify.match(/SHA256:YyuK2ODqcpO5KGzzjw\/QIIocWTmMTcZHFuYOirgBkho {2}qms-evidence/g)).toHaveLength(2);
    expect(verify).toContain(`c`.repeat(40));
  });
  test('has the same commands in both languages', () => {
    const [own, other] = verify.split('-'.repeat(78)) as [string, string];
    for (const [zh, en] of [['Linux：', 'Linux:'], ['macOS：', 'macOS:'], ['Windows（PowerShell）：', 'Windows (PowerShell):'], ['Linux、macOS：', 'Linux, macOS:']] as const) expect(commandsUnder(zh, own)).toEqual(commandsUnder(en, other));
  });
  test.runIf(stock)('its commands pass on the pack, and each kind of change is shown by one of them', () => {
    const [sums] = commandsUnder('Linux：') as [string];
    const counts = commandsUnder('Linux、macOS：');
    const verdict = (): [string, string[]] => [shell(sums).out, counts.map((command) => shell(command).out)];
    unpack();
    expect(verdict()).toEqual(['OK', expectedCounts()]);
    const source = 'data/source/organization.yaml';
    const changes: Record<string, () => void> = {
      altered: () => appendFileSync(join(folder, source), '#'), missing: () => rmSync(join(folder, source)), renamed: () => execFileSync('mv', [source, 'data/source/x.yaml'], { cwd: folder }),
      'added to data': () => writeFileSync(join(folder, 'data/new.pdf'), 'x'), 'added beside data': () => writeFileSync(join(folder, 'index2.html'), 'x'), 'a link into data': () => execFileSync('ln', ['-s', '/etc/passwd', 'data/link'], { cwd: folder }),
      'first page altered': () => appendFileSync(join(folder, 'index.html'), ' '), 'keys exchanged': () => appendFileSync(join(folder, 'allowed_signers'), '\n'),
    };
    for (const [name, change] of Object.entries(changes)) {
      unpack();
      change();
      expect(verdict(), name).not.toEqual(['OK', expectedCounts()]);
    }
  });
});

describe('what a reader finds', () => {
  test('first pages in both languages, pages and papers in data/, nothing printed where nothing was to be printed', () => {
    expect([...files.keys()]).toEqual(expect.arrayContaining(['index.html', 'index.en.html', 'VERIFY.txt', 'data/pages/zh-CN/8.2.2.html', 'data/pages/en/licensing.html', 'data/registers/documents.xlsx', 'data/registers/documents.csv', 'data/registers/exclusions.json', 'data/report/completeness.csv', 'data/report/validate.html']));
    expect([...files.keys()].filter((path) => path.endsWith('.pdf'))).toEqual([]);
  });
  test('findings of the check stand on the page of their clause and on a page of their own', () => {
    expect(files.get('data/report/validate.html')?.toString()).toMatch(/<td class="bad whole">错误<\/td>/);
    expect(files.get('data/pages/en/4.2.3.html')?.toString()).toContain('Findings of the automatic check');
  });
  test('whoever exports is told how much a certification audit will miss', () => {
    expect(notes).toMatch(/Of what a certification audit expects \d+ are absent and \d+ there in part/);
  });
});

test('a manual that means harm brings no script, no address and no hidden sign into a page, and no formula into a list', async () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'=1+1\u202e`;
  const quoted = JSON.stringify(evil);
  const { files: bag } = await packOf(inGit({
    ...small, 'procedures/evil.md': `---\ntype: procedure\nid: AB/QP-66\ntitle: ${quoted}\nrevision: A/0\nstatus: effective\neffective: 2004-07-01\nowner: office\nclauses: ["8.2.2"]\n---\n\n# ${evil}\n\n## [x](javascript:alert(1))\n\n文字。:req[8.2.2-a]\n`,
    'surveys.yaml': `kind: surveys\nsurveys:\n  - { id: "=cmd|1", name: ${quoted}, on: "2004-11-01" }\n`, 'audits.yaml': `kind: audit-programme\nyear: "2004"\naudits:\n  - { id: "javascript:alert(1)", planned: "2004-10-11", held: "2004-10-11", clauses: ["8.2.2"], units: [office] }\n`,
  }));
  for (const [path, bytes] of bag) {
    if (path.endsWith('.html')) {
      const tags = bytes.toString().match(/<(?:"[^"]*"|'[^']*'|[^"'>])*>/g) ?? [];
      expect(tags.filter((tag) => /^<(?:script|img|iframe|svg onload)/i.test(tag) || /\son\w+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')) || /href="(?!(?:\.\.\/|data\/|index|VERIFY|#))/i.test(tag)), path).toEqual([]);
      expect(bytes.toString(), path).not.toContain('\u202e');
    }
    if (path.startsWith('data/') && path.endsWith('.csv')) expect(bytes.toString().split('\n').flatMap((line) => line.split(',')).filter((one) => /^"?[=@]/.test(one)), path).toEqual([]);
  }
  expect(bag.get('data/pages/en/8.2.2.html')?.toString()).toContain('&lt;script&gt;');
});

describe('a selection', () => {
  test('stands in bag-info.txt and can be read back', async () => {
    const { files: part } = await packOf(inGit(small), { clauses: ['8.5,4.1', '8.2'], blocks: ['licensing'] });
    expect(part.get('bag-info.txt')?.toString()).toContain('Selection: clauses=8.5,4.1,8.2; blocks=licensing\n');
    for (const wish of [{ clauses: [], blocks: [], audit: undefined }, { clauses: ['8.5', '4.1'], blocks: ['top'], audit: 'NS-1' }, { clauses: [], blocks: [], audit: 'a=b' }]) expect(selectionOf(selectionLine(wish))).toEqual(wish);
    expect(part.has('data/pages/en/8.5.3.html')).toBe(true);
    expect(part.has('data/pages/en/7.1.html')).toBe(false);
  });
  test('of what nobody knows is refused with what there is', async () => {
    await expect(runCommand('export', inGit(small), [], { output: 'p.zip', withFindings: true, pdf: false, blocks: ['navy'] })).rejects.toMatchObject({ args: { words: 'navy', blocks: expect.stringContaining('licensing') } });
    expect(existsSync('p.zip')).toBe(false);
  });
});
