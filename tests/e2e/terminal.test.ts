import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareWorkspace } from '../memory.ts';
import { temporaryFolder } from '../temporary.ts';
import { bin, environment } from './run.ts';

/** `script` of util-linux gives us a terminal; without it only `tests/commands/need.test.ts` speaks for the questions, and this file says so. */
const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');
if (!hasScript) process.stderr.write('tests/e2e/terminal.test.ts: no script(1) of util-linux here, questions at a real terminal were NOT tested\n');

const workspace = { ...bareWorkspace, 'qms.yaml': `${bareWorkspace['qms.yaml']}numbering: { procedure: "AB/QP-{n:2}" }\n` };

/** Runs the tool at a terminal of 80 columns; each answer is typed as soon as its question stands there. */
function atTerminal(root: string, args: string, answers: readonly (readonly [question: string, keys: string])[]): string {
  // The shell reads what the terminal shows from a file, so that no answer is typed before its question: no sleeping on luck.
  const steps = answers.map(([question, keys]) => `until grep -q ${JSON.stringify(question)} screen; do sleep 0.05; done; sleep 0.2; printf '${keys}'`).join('; ');
  const { stdout } = spawnSync('/bin/sh', ['-c', `touch screen; { ${steps}; until grep -q 'exit-code' screen; do sleep 0.05; done; } | script -qfec 'stty cols 80 rows 24; "${process.execPath}" "${bin}" --lang zh-CN ${args} 2>&1 >out.txt; echo exit-code $?' screen`],
    { cwd: root, env: { ...environment, CI: undefined, TERM: 'xterm' }, encoding: 'utf8', timeout: 25_000 });
  return stdout;
}

test.runIf(hasScript)('at a terminal what is missing is asked for, on stderr; stdout stays data', () => {
  const root = temporaryFolder(workspace);
  const screen = atTerminal(root, 'new procedure', [['文件名称', '投诉处理程序\\r'], ['主管部门', '\\r']]);
  expect(screen).toContain('已新建 AB/QP-01');
  expect(screen).toContain('exit-code 0');
  expect(existsSync(join(root, 'procedures/QP-01.md'))).toBe(true);
});

test.runIf(hasScript)('Ctrl-C breaks off: exit 2, nothing written', () => {
  const root = temporaryFolder(workspace);
  const screen = atTerminal(root, 'new procedure', [['文件名称', '投诉\\r'], ['主管部门', '\\003']]);
  expect(screen).toContain('已中止，没有写入任何内容。');
  expect(screen).toContain('exit-code 2');
  expect(existsSync(join(root, 'procedures'))).toBe(false);
});
