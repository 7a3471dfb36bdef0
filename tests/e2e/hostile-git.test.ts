import { beforeAll, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { qmsHere } from './here.ts';
import { gitIn, setTraps, type Canary } from './traps.ts';

/** What each command is called with; one that is not named here gets an example of each argument its help asks for, so that a new command is tried too. */
const calls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  validate: [[], ['--since', 'HEAD'], ['--as-of', 'HEAD'], ['--as-of', '2004-12-31']],
  explain: [['4.2.3']], exclusions: [[], ['--as-of', 'HEAD']], matrix: [[], ['--as-of', 'HEAD~1']], register: [[], ['--as-of', '2004-01-01']],
  init: [['elsewhere', '--organization', 'X', '--dry-run']],
  new: [['procedure', '--title', 'X', '--owner', 'quality', '--dry-run'], ['nonconformity', '--dry-run']],
  revise: [['HL/QP-01', '--section', '4', '--summary', 'x', '--reason', 'y', '--dry-run']], submit: [['HL/QP-04', '--effective', '2030-01-01', '--dry-run']],
  approve: [['HL/QP-01', '--as', 'p01', '--dry-run'], ['HL/QP-01', '--as', 'p01']], confirm: [['HL/QP-01', '--as', 'p01', '--dry-run'], ['HL/QP-01', '--as', 'p01']], withdraw: [['HL/QP-02', '--reason', 'x', '--dry-run']],
  history: [['HL/QP-01']], diff: [['HL/QP-01'], ['HL/QP-01', 'A/0..A/0']], impact: [[], ['--since', 'HEAD~1', '--format', 'md']],
  render: [['HL/QP-01', '--format', 'html', '--output', 'out.html'], ['--all', '--format', 'html', '--output', 'out']],
};
const example = (argument: string): string => (/year/.test(argument) ? '2004' : /id|nc/i.test(argument) ? 'NC-2004-001' : 'x');
const callsOf = ({ name, args = [], options = [] }: (typeof commands)[number]): readonly (readonly string[])[] => {
  const given = args.filter(({ spec }) => spec.startsWith('<')).map(({ spec }) => example(spec));
  const asOf = options.some(({ flags }) => flags.includes('--as-of')) ? [[...given, '--as-of', 'HEAD']] : [];
  return calls[name] ?? [given, ...asOf, ...(options.some(({ flags }) => flags.includes('--dry-run')) ? [[...given, '--dry-run']] : [])];
};

let root = '';
let canary: Canary;
beforeAll(async () => {
  root = temporaryFolder();
  expect((await qmsHere(['-C', root, '--lang', 'en', 'init', '--example'])).status).toBe(0);
  addFiles(root, { '.gitattributes': '*.md filter=evil diff=evil\n*.yaml filter=evil diff=evil\n' });
  gitIn(root, 'init', '-q', '-b', 'main');
  for (const step of ['first', 'second']) {
    addFiles(root, { 'step.txt': step });
    gitIn(root, 'add', '-A');
    gitIn(root, 'commit', '-qm', step);
  }
  addFiles(root, { 'step.txt': 'third' });
  canary = setTraps(root, temporaryFolder());
});

test.each([['status'], ['diff'], ['log', '-p', '-1'], ['blame', 'qms.yaml'], ['add', '-A', '-n'], ['show', '-s']])('the traps are live: ordinary `git %s` runs one', (...args) => {
  try {
    gitIn(root, ...args);
  } catch {
    // what the script spoils is of no interest
  }
  expect(canary.sung()).not.toBe('');
});

test.each(commands.map((spec) => [spec.name, spec] as const))('qms %s runs none', async (name, spec) => {
  for (const args of callsOf(spec)) {
    const { status, stderr } = await qmsHere(['-C', root, '--lang', 'en', ...name.split(' '), ...args]);
    expect([args, stderr.match(/\n\s+at .*/)?.[0] ?? '', canary.sung()]).toEqual([args, '', '']);
    if (calls[name]) expect([args, status === 2 ? stderr : '']).toEqual([args, expect.not.stringMatching(/unknown|no option|missing/)]);
  }
}, 60_000);
