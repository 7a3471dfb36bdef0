import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which rooms a room may import. A new arrow is its own commit with its reason. */
const arrows: Record<string, readonly string[]> = {
  model: [], load: ['model'], rules: ['model'], views: ['model'], changes: ['model'], pack: ['model'],
  i18n: ['model'], report: ['model', 'i18n'], render: ['model', 'i18n', 'views'], host: ['model'],
  commands: ['model', 'load', 'rules', 'views', 'changes', 'report', 'render', 'pack', 'i18n'],
  'cli.ts': ['commands', 'host', 'i18n', 'model'],
  'start.ts': ['host', 'cli.ts', 'worker.ts'],
  'worker.ts': ['host', 'load', 'rules', 'model'],
  'index.ts': ['model', 'load', 'rules', 'views', 'changes', 'report', 'render', 'pack', 'i18n', 'host'],
};
const pure = ['model', 'load', 'rules', 'views', 'changes', 'report', 'render', 'pack', 'i18n', 'commands'];

const files = filesBelow('src');
const room = (path: string): string => path.split('/')[1] as string;
const source = (path: string): string => readFileSync(path, 'utf8');
/** Rule examples are workspace text, not code. */
const codeOnly = (text: string): string => text.replace(/\b(?:bad|good)\(`[^`]*`\)/g, '').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');

describe('rooms', () => {
  test('import along the arrows only', () => {
    const breaches = files.flatMap((path) => [...source(path).matchAll(/(?:from|import\()\s*'#([\w-]+)\/[^']+'/g)]
      .map((match) => match[1] as string).filter((target) => target !== room(path) && !arrows[room(path)]?.includes(target)).map((target) => `${path} → ${target}`));
    expect(breaches).toEqual([]);
  });
  test('reach other rooms by # only', () => {
    const breaches = files.flatMap((path) => [...source(path).matchAll(/from '(\.[^']+)'/g)].map((match) => match[1] as string)
      .filter((target) => room(join(path, '..', target)) !== room(path)).map((target) => `${path}: ${target}`));
    expect(breaches).toEqual([]);
  });
  test('are pure within: no disk, process, clock, network or console outside host and cli', () => {
    const breaches = files.filter((path) => pure.includes(room(path))).flatMap((path) =>
      [...codeOnly(source(path)).matchAll(/node:(?!crypto|zlib|buffer)[\w/]+|\bprocess\.\w+|\bconsole\.\w+|\bfetch\(|new Date\(\)|Date\.now\(|Math\.random\(/g)].map((match) => `${path}: ${match[0]}`));
    expect(breaches).toEqual([]);
  });
  test('keep nothing that was made of facts but by once and onceFor, which pass on what was read for it', () => {
    const breaches = files.filter((path) => ['model', 'load', 'rules', 'views'].includes(room(path)) && path !== 'src/model/once-for.ts')
      .flatMap((path) => [...codeOnly(source(path)).matchAll(/new Weak\w+|^(?:let|var) .*|^const \w+(?:: [^=]+)? = new (?:Map|Set)(?:<[^(]*>)?\(\)/gm)].map((match) => `${path}: ${match[0]}`));
    const ofTexts = ['src/model/personal-data.ts: const compiledPatterns = new Map<string, RegExp>()', 'src/model/slug.ts: const plain = new Map<string, string>()', 'src/rules/shared/numbering.ts: const known = new Map<string, RegExp>()'];
    expect(breaches.filter((breach) => !ofTexts.includes(breach))).toEqual(['src/model/reads.ts: let recorder: Recorder | null = null;']);
  });
  test('hold no clause number', () => {
    const breaches = files.flatMap((path) => [...codeOnly(source(path)).matchAll(/["'`][4-8]\.\d(?:\.\d+)*(?:-[a-z])?["'`]/g)].map((match) => `${path}: ${match[0]}`));
    expect(breaches).toEqual([]);
  });
  test('have files of one thing: at most 300 lines, no rooms that say nothing', () => {
    expect(files.filter((path) => source(path).split('\n').length > 301)).toEqual([]);
    expect(files.filter((path) => /\b(?:utils?|helpers?|common|misc|manager)\b/.test(path))).toEqual([]);
  });
  test('name rules by their path', async () => {
    const { rules } = await import('#rules/index.ts');
    const paths = files.filter((path) => /^src\/rules\/[\w-]+\/(?!index\.ts)[\w-]+\.ts$/.test(path) && !path.includes('/shared/')).map((path) => path.slice('src/rules/'.length, -'.ts'.length));
    expect(rules.map(({ code }) => code).sort()).toEqual(paths.sort());
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('.ts') ? [path] : [];
  });
}
