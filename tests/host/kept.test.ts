import { chmodSync, copyFileSync, cpSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { cannotRead, readTree } from '#host/files.ts';
import { openKept } from '#host/kept/kept.ts';
import { isUntouched } from '#host/kept/untouched.ts';
import { keptPlace, type Place } from '#host/kept/place.ts';
import { sweep } from '#host/kept/sweep.ts';
import { fileStamp, stamper, trustIn } from '#host/stamp.ts';
import { factsOf, openWorkspace, readFacts } from '#load/load.ts';
import type { FileFacts } from '#model/facts.ts';
import { plainFacts } from '#model/packed-facts.ts';
import { treeOf, type Tree, type TreeEntry } from '#model/tree.ts';
import { fileRules } from '#rules/index.ts';
import { assets, bareWorkspace } from '../memory.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';

const before = process.env['QMS_CACHE'];
afterEach(() => {
  if (before === undefined) delete process.env['QMS_CACHE'];
  else process.env['QMS_CACHE'] = before;
});

const document = (title: string): string => `---\ntype: rule\nid: R-01\ntitle: ${title}\nstatus: draft\n---\n\n# ${title}\n\n见 [别处](b.md)。\n`;
const files = { ...bareWorkspace, 'a.md': document('甲'), 'b.md': document('乙'), 'c.yaml': 'kind: nothing\n', 'd.png': 'no picture' };

/** A time (s) to the full second: what `touch -r` puts back. */
const past = 1_000_000_000;

/** A workspace and a place for what is kept of it. */
function world(more: Readonly<Record<string, string>> = {}): { root: string; place: Place } {
  const root = temporaryFolder({ ...files, ...more });
  process.env['QMS_CACHE'] = temporaryFolder();
  return { root, place: placeOf(root) };
}

function placeOf(root: string, tool = 'this build'): Place {
  const place = keptPlace(root, tool);
  if (!place) throw new Error('no place');
  return place;
}

/** The files of these workspaces count as long unchanged, unless the clock says otherwise. */
const later = (root: string, milliseconds = 60_000): Tree => readTree(root, undefined, stamper(root, trustIn(root, Date.now() + milliseconds)));

/** The same, but the system does not give the bytes of one of them. */
function refusing(root: string, path: string): Tree {
  const tree = later(root);
  return { ...tree, ...treeOf(tree.entries.map((entry) => (entry.path === path ? { ...entry, read: () => { throw cannotRead(path, new Error('EIO')); } } : entry)), tree.folders), failed: () => true };
}

interface Seen { readonly facts: readonly FileFacts[]; readonly said: string | null; readonly taken: readonly string[]; readonly read: readonly string[]; readonly glanced: boolean }

/** One run: what it found, what an earlier run had said, of which files the facts were taken anew, which were read. */
async function visit(root: string, place: Place, look: () => Tree = () => later(root), rules = fileRules): Promise<Seen> {
  const kept = openKept(place, (index) => isUntouched(root, index, trustIn(root, Date.now() + 60_000)));
  const glanced = kept.glance('question')?.outcome.text ?? null;
  const found = look();
  const [taken, read]: [string[], string[]] = [[], []];
  const tree: Tree = { ...found, entries: found.entries.map((entry) => ({ ...entry, read() { read.push(entry.path); return entry.read(); } })) };
  const said = kept.outcome(tree, 'question')?.outcome.text ?? null;
  const reading = await openWorkspace(found, assets, rules);
  const known = kept.facts(reading.key, (path) => factsOf(tree.get(path) as TreeEntry, reading));
  const facts = readFacts(tree, { ...reading, known: { ...known, keep: (entry, digest, made) => { taken.push(entry.path); known.keep(entry, digest, made); } } }).map(plainFacts);
  kept.keepOutcome(tree, 'question', { outcome: { exit: 0, text: JSON.stringify(facts) }, asks: [] });
  kept.save();
  if (glanced !== null) expect(glanced).toBe(JSON.stringify(facts)); // what a glance lets pass is true
  return { facts, said, taken, read, glanced: glanced !== null };
}

async function expected(root: string): Promise<readonly FileFacts[]> {
  const tree = readTree(root);
  return readFacts(tree, await openWorkspace(tree, assets, fileRules));
}

describe('what is kept', () => {
  test('of an unchanged workspace nothing is read, and the same is said', async () => {
    const { root, place } = world();
    const first = await visit(root, place);
    expect(first.taken).toHaveLength(Object.keys(files).length);
    const second = await visit(root, place);
    expect(second).toEqual({ facts: first.facts, said: JSON.stringify(first.facts), taken: [], read: [], glanced: true });
    expect(second.facts).toEqual(await expected(root));
  });
  test('facts of a changed file are taken anew, and those of the others not; changed back, nothing is taken', async () => {
    const { root, place } = world();
    const { facts } = await visit(root, place);
    addFiles(root, { 'a.md': document('丙') });
    const changed = await visit(root, place);
    expect([changed.taken, changed.said]).toEqual([['a.md'], null]);
    expect(changed.facts).toEqual(await expected(root));
    addFiles(root, { 'a.md': files['a.md'] });
    const back = await visit(root, place);
    expect([back.taken, back.facts]).toEqual([['a.md'], facts]);
    expect((await visit(root, place)).said).toBe(JSON.stringify(facts));
  });
  test.each([['new', { 'e.md': document('戊') }, ''], ['gone', {}, 'b.md']])('a file that is %s is seen', async (_, added, removed) => {
    const { root, place } = world();
    await visit(root, place);
    addFiles(root, added);
    if (removed) rmSync(join(root, removed));
    const { facts, said } = await visit(root, place);
    expect([facts, said]).toEqual([await expected(root), null]);
  });
  test('a file put in the place of another by a link, a pipe or a folder is seen', async () => {
    const { root, place } = world();
    await visit(root, place);
    rmSync(join(root, 'a.md'));
    symlinkSync('b.md', join(root, 'a.md'));
    expect(await visit(root, place)).toMatchObject({ facts: await expected(root), said: null });
    expect(await visit(root, place)).toMatchObject({ facts: await expected(root), taken: [] });
  });
  test.each([
    ['numbering', { 'qms.yaml': `${bareWorkspace['qms.yaml']}numbering:\n  manual: ["KGJ/QM-{n:2}"]\n` }],
    ['house schemas', { 'qms.yaml': `${bareWorkspace['qms.yaml']}schemas:\n  - { for: "type:rule", file: house.json }\n`, 'house.json': '{"required": ["owner"]}' }],
  ])('other %s mean other facts of all', async (_, changed) => {
    const { root, place } = world();
    await visit(root, place);
    addFiles(root, changed);
    const { facts, taken } = await visit(root, place);
    expect([facts, taken.length]).toEqual([await expected(root), facts.length]);
    if (!('house.json' in changed)) return;
    addFiles(root, { 'house.json': '{"required": ["reviewed"]}' });
    expect(await visit(root, place)).toMatchObject({ facts: await expected(root), said: null });
  });
  test('a file that the system refuses to give is no file that was given, and what is said of it is not said when it is given again', async () => {
    const { root, place } = world();
    const { facts } = await visit(root, place);
    addFiles(root, { 'a.md': files['a.md'] });
    const seen = await visit(root, place, () => refusing(root, 'a.md'));
    expect([seen.said, seen.facts.find(({ path }) => path === 'a.md')?.findings.map(({ code }) => code)]).toEqual([null, ['load/unreadable']]);
    expect(await visit(root, place)).toMatchObject({ facts, said: JSON.stringify(facts) });
    const other = world(); // of which nothing is known yet
    await visit(other.root, other.place, () => refusing(other.root, 'a.md'));
    expect(await visit(other.root, other.place)).toMatchObject({ facts: await expected(other.root), said: null });
  });
  test('other rules or another build share nothing', async () => {
    const { root, place } = world();
    await visit(root, place);
    expect((await visit(root, place, undefined, fileRules.slice(1))).taken).toHaveLength(Object.keys(files).length);
    expect((await visit(root, placeOf(root, 'another build'))).taken).toHaveLength(Object.keys(files).length);
  });
});

describe('a glance', () => {
  const within = { 'sub/e.md': document('戊'), 'sub/deep/f.md': document('己') };
  const touches: readonly (readonly [string, (root: string) => void])[] = [
    ['a new file', (root) => addFiles(root, { 'sub/deep/g.md': document('庚') })],
    ['a new file in a folder that was empty', (root) => addFiles(root, { 'empty/g.md': document('庚') })],
    ['a new folder', (root) => mkdirSync(join(root, 'sub', 'new'))],
    ['a file that is gone', (root) => rmSync(join(root, 'sub', 'e.md'))],
    ['a folder that is gone', (root) => rmSync(join(root, 'sub', 'deep'), { recursive: true })],
    ['another name', (root) => renameSync(join(root, 'sub', 'e.md'), join(root, 'sub', 'z.md'))],
    ['two files that changed places', (root) => {
      for (const [from, to] of [['a.md', 'x'], ['b.md', 'a.md'], ['x', 'b.md']] as const) renameSync(join(root, from), join(root, to));
    }],
    ['a folder that another took the place of', (root) => {
      cpSync(join(root, 'sub'), `${root}-other`, { recursive: true, preserveTimestamps: true });
      rmSync(join(root, 'sub'), { recursive: true });
      renameSync(`${root}-other`, join(root, 'sub'));
    }],
    ['a folder behind a link', (root) => {
      renameSync(join(root, 'sub'), join(root, '.was'));
      symlinkSync('.was', join(root, 'sub'));
    }],
    ['other bytes of the same size and time', (root) => {
      const path = join(root, 'sub', 'e.md');
      writeFileSync(path, document('癸'));
      utimesSync(path, past, past);
    }],
    ['bytes written through another name', (root) => {
      const path = join(root, 'sub', 'e.md');
      linkSync(path, `${root}-link`);
      writeFileSync(`${root}-link`, document('癸'));
      rmSync(`${root}-link`);
    }],
    ['a file that is a link now', (root) => {
      rmSync(join(root, 'a.md'));
      symlinkSync('b.md', join(root, 'a.md'));
    }],
  ];
  test.each(touches)('sees %s', async (_, touch) => {
    const { root, place } = world(within);
    mkdirSync(join(root, 'empty'));
    utimesSync(join(root, 'sub', 'e.md'), past, past);
    await visit(root, place);
    expect((await visit(root, place)).glanced).toBe(true);
    touch(root);
    expect(await visit(root, place)).toMatchObject({ glanced: false, facts: await expected(root) });
    expect(await visit(root, place)).toMatchObject({ glanced: true, facts: await expected(root), taken: [] });
  });
  test('passes over what comes and goes without a trace in the manual, after one look', async () => {
    const { root, place } = world(within);
    await visit(root, place);
    addFiles(root, { 'sub/.swap': 'x' });
    expect(await visit(root, place)).toMatchObject({ glanced: false, taken: [], read: [] });
    expect((await visit(root, place)).glanced).toBe(true);
  });
});

describe('a stamp', () => {
  test('same size and time, other bytes: the change time tells', async () => {
    const { root, place } = world();
    const path = join(root, 'a.md');
    utimesSync(path, past, past);
    const { size, mtimeMs, ino } = statSync(path);
    await visit(root, place);
    writeFileSync(path, document('丁'));
    utimesSync(path, past, past);
    expect(statSync(path)).toMatchObject({ size, mtimeMs, ino });
    const seen = await visit(root, place);
    expect([seen.facts, seen.taken]).toEqual([await expected(root), ['a.md']]);
  });
  test.each([
    ['as young as the run', (root: string) => readTree(root)],
    ['when the clock was set back', (root: string) => later(root, -3_600_000)],
    ['on a file system without change times', (root: string) => readTree(root, undefined, stamper(root, trustIn(root, Date.now() + 60_000, () => 0x4d44)))],
    ['where the change time is missing', (root: string) => readTree(root, undefined, (stats) => stamper(root, trustIn(root, Date.now() + 60_000))(Object.assign(stats, { ctimeMs: 0 })))],
  ])('%s says nothing: the bytes do', async (_, look) => {
    const { root, place } = world();
    const { facts } = await visit(root, place, () => look(root));
    const again = await visit(root, place, () => look(root));
    expect(again).toMatchObject({ facts, said: JSON.stringify(facts), taken: [] });
    expect([...new Set(again.read)]).toHaveLength(Object.keys(files).length);
    addFiles(root, { 'a.md': document('己') });
    expect(await visit(root, place, () => look(root))).toMatchObject({ facts: await expected(root), said: null, taken: ['a.md'] });
  });
  test('of a pipe, a device or a folder is never trusted, of a file through a link it is', () => {
    const { root } = world();
    symlinkSync('a.md', join(root, 'link.md'));
    expect(['/dev/null', '/dev/stdin', '/', join(root, 'none')].map((path) => fileStamp(path)?.trusted ?? false)).toEqual([false, false, false, false]);
    expect(fileStamp(join(root, 'link.md'))).toEqual(fileStamp(join(root, 'a.md')));
  });
  test('a touched file is read once more, not for ever', async () => {
    const { root, place } = world();
    await visit(root, place);
    utimesSync(join(root, 'a.md'), 1, 1);
    expect(await visit(root, place)).toMatchObject({ taken: [], read: ['a.md'] });
    expect(await visit(root, place)).toMatchObject({ taken: [], read: [] });
  });
});

test('a file that a run did not read may change meanwhile: what is said is said of the files as they were; one that it did read may not', async () => {
  const { root, place } = world();
  await visit(root, place);
  for (const [read, kept] of [[false, 'said'], [true, null]] as const) {
    addFiles(root, { 'a.md': document(`丙${String(read)}`) });
    const run = openKept(place);
    const tree = later(root);
    expect(run.outcome(tree, 'asked')).toBeNull();
    const entry = tree.get('a.md') as Tree['entries'][number];
    const known = await openWorkspace(later(root), assets, fileRules);
    readFacts({ ...tree, entries: [entry] }, { ...known, known: run.facts(known.key, () => { throw new Error('nothing is damaged'); }) });
    if (read) tree.get('b.md')?.read();
    addFiles(root, { 'b.md': document('丁') });
    run.keepOutcome(tree, 'asked', { outcome: { exit: 0, text: 'said' }, asks: [] });
    run.save();
    expect(openKept(place).outcome(later(root), 'asked')).toBeNull();
    addFiles(root, { 'b.md': files['b.md'] });
    expect(openKept(place).outcome(later(root), 'asked')?.outcome.text ?? null).toBe(kept);
  }
});

describe('damage', () => {
  const kinds: readonly (readonly [string, (bytes: Buffer, at: number) => Buffer])[] = [
    ['a wrong bit', (bytes, at) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte)))], ['cut off', (bytes, at) => bytes.subarray(0, at)],
  ];
  /** Every place of the head, and of the rest some that differ from run to run of a longer test but not here. */
  const spots = (length: number, all: number): number[] => [...Array(Math.min(all, length)).keys(), ...Array.from({ length: 40 }, (_, nth) => (all + nth * 7919) % length)];

  test.each(['index', '.facts', '.said'])('of %s at every byte of its head and at some further in changes nothing', async (name) => {
    const { root, place } = world();
    const { facts } = await visit(root, place);
    const file = readdirSync(place.folder).find((one) => one.endsWith(name)) as string;
    const whole = readFileSync(join(place.folder, file));
    const backup = temporaryFolder();
    cpSync(place.folder, backup, { recursive: true });
    for (const [kind, damage] of kinds) {
      for (const at of spots(whole.length, name === 'index' ? 700 : 120)) {
        cpSync(backup, place.folder, { recursive: true });
        writeFileSync(join(place.folder, file), damage(whole, at));
        const kept = openKept(place);
        const tree = later(root);
        const said = kept.outcome(tree, 'question')?.outcome.text ?? null;
        const settings = await reading(root);
        const known = kept.facts(settings.key, (path) => factsOf(tree.get(path) as TreeEntry, settings));
        const told = tree.entries.map((entry) => known.byStamp(entry)).filter((one) => one !== undefined);
        if (![null, JSON.stringify(facts)].includes(said) || told.some((one) => JSON.stringify(one) !== JSON.stringify(facts.find(({ path }) => path === one.path)))) expect.unreachable(`${kind} at ${at} was believed`);
        if (name === 'index' && (told.length > 0 || said !== null)) expect.unreachable(`${kind} at ${at} of the index was not seen`);
        if (at % 50 === 0) expect((await visit(root, place)).facts, `${kind} at ${at}`).toEqual(facts);
      }
    }
  });
  const opened = new Map<string, Awaited<ReturnType<typeof openWorkspace>>>();
  async function reading(root: string): Promise<Awaited<ReturnType<typeof openWorkspace>>> {
    const known = opened.get(root) ?? await openWorkspace(readTree(root), assets, fileRules);
    opened.set(root, known);
    return known;
  }

  test('an index of one workspace does not serve another, a segment gone missing is made anew', async () => {
    const { root, place } = world();
    await visit(root, place);
    const other = temporaryFolder({ ...files, 'a.md': document('庚') });
    const there = placeOf(other);
    cpSync(place.folder, there.folder, { recursive: true });
    expect(await visit(other, there)).toMatchObject({ facts: await expected(other), said: null });
    for (const name of readdirSync(place.folder)) if (name.endsWith('.facts')) rmSync(join(place.folder, name));
    expect((await visit(root, place)).facts).toEqual(await expected(root));
    expect((await visit(root, place)).taken).toEqual([]);
  });
  test('two that write at once, and one whose disk is full', async () => {
    const { root, place } = world();
    await Promise.all([visit(root, place), visit(root, placeOf(root)), visit(root, { ...place, write: () => false })]);
    expect(await visit(root, place)).toMatchObject({ facts: await expected(root), taken: [] });
    addFiles(root, { 'a.md': document('辛') });
    await Promise.all([visit(root, place), visit(root, { ...place, write: () => false })]);
    expect(await visit(root, place)).toMatchObject({ facts: await expected(root), taken: [] });
  });
  test('many edits leave few files', async () => {
    const { root, place } = world();
    for (let edit = 0; edit < 40; edit++) {
      addFiles(root, { [`${edit % 25}.md`]: document(`第${edit}稿`) });
      await visit(root, place);
      sweep(place, new Set(), Date.now()); // what others may be reading is left
    }
    expect((await visit(root, place)).facts).toEqual(await expected(root));
    const segments = readdirSync(place.folder).filter((name) => name.endsWith('.facts'));
    expect(segments.length).toBeGreaterThan(16);
    sweep(place, new Set(['index']), Date.now() + 3_600_000);
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.facts'))).toEqual([]);
  });
});

describe('the place', () => {
  test('is ours alone', async () => {
    const { root, place } = world();
    await visit(root, place);
    for (const name of readdirSync(place.folder)) expect(lstatSync(join(place.folder, name)).mode & 0o777).toBe(0o600);
    expect(lstatSync(place.folder).mode & 0o777).toBe(0o700);
  });
  test('is none where somebody else could write, where a link was planted, in the repository itself, or when it is switched off', () => {
    const { root, place } = world();
    expect(place.folder.startsWith(root)).toBe(false);
    chmodSync(place.folder, 0o777);
    expect(keptPlace(root, 'this build')).toBe(null);
    const aside = temporaryFolder();
    renameSync(place.folder, join(aside, 'was'));
    symlinkSync(join(aside, 'was'), place.folder);
    expect(keptPlace(root, 'this build')).toBe(null);
    for (const inside of ['', 'sub/cache']) {
      process.env['QMS_CACHE'] = join(root, inside);
      expect(keptPlace(root, 'this build')).toBe(null);
    }
    mkdirSync(join(root, 'manual', '.git'), { recursive: true });
    for (const [asked, none] of [['off', true], ['/dev/null/there', true], [join(aside, 'x'), false]] as const) {
      process.env['QMS_CACHE'] = asked;
      expect(keptPlace(root, 'this build') === null, asked).toBe(none);
    }
  });
  test('of a manual in a repository is nowhere in that repository', () => {
    const repository = temporaryFolder({ 'manual/qms.yaml': '', '.git/HEAD': '' });
    process.env['QMS_CACHE'] = join(repository, 'cache');
    expect(keptPlace(join(repository, 'manual'), 'this build')).toBe(null);
  });
  test('of a manual in a submodule, nor in the repository that brought it along', () => {
    const repository = temporaryFolder({ 'manual/qms.yaml': '', 'manual/.git': 'gitdir: ../.git/modules/manual\n', '.git/HEAD': '' });
    process.env['QMS_CACHE'] = join(repository, 'cache');
    expect(keptPlace(join(repository, 'manual'), 'this build')).toBe(null);
    process.env['QMS_CACHE'] = temporaryFolder();
    expect(keptPlace(join(repository, 'manual'), 'this build')).not.toBe(null);
    rmSync(join(repository, '.git'), { recursive: true });
    expect(keptPlace(join(repository, 'manual'), 'this build')).not.toBe(null); // a working tree beside its repository
  });
  test('a file in it that is no file of ours is not read', () => {
    const { place } = world();
    expect(place.write('mine', Buffer.from('x'))).toBe(true);
    expect(place.read('mine')?.toString()).toBe('x');
    chmodSync(join(place.folder, 'mine'), 0o666);
    symlinkSync('mine', join(place.folder, 'link'));
    mkdirSync(join(place.folder, 'folder'));
    expect(['mine', 'link', 'folder', 'none'].map((name) => place.read(name))).toEqual([null, null, null, null]);
  });
  test('workspaces that are gone are forgotten, others not', async () => {
    const { root, place } = world();
    await visit(root, place);
    const gone = temporaryFolder(files);
    const there = placeOf(gone);
    await visit(gone, there);
    rmSync(gone, { recursive: true });
    sweep(place, new Set(readdirSync(place.folder)), Date.now() + 2 * 86_400_000);
    expect([place.folder, there.folder, join(there.folder, '..')].map((folder) => statSync(folder, { throwIfNoEntry: false }) !== undefined)).toEqual([true, false, false]);
    copyFileSync(join(root, 'a.md'), join(root, 'e.md'));
    expect((await visit(root, place)).facts).toEqual(await expected(root));
  });
});
