// Suite `start`: how long until a command that has little to do is done, on the sample manual.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node, root } from './measure.mjs';
import { program, qmsIn } from './own.mjs';

export async function* startCases() {
  const dir = mkdtempSync(join(tmpdir(), 'qms-bench-'));
  try {
    const manual = join(dir, 'manual');
    cpSync(join(root, 'docs-qms'), manual, { recursive: true, preserveTimestamps: true });
    const { qms, forget, env } = qmsIn(dir, manual);
    const bare = (...args) => ({ command: node, args: [program(), ...args], env });
    const ours = (name, what, call, prepare) => ({ name, kind: 'qms', what, call, prepare });
    yield {
      title: 'the sample manual', facts: {},
      programs: [
        { name: 'node -e 0', kind: 'floor', what: 'the start of Node', call: { command: node, args: ['-e', '0'] } },
        ours('qms --version', 'no command', bare('--version')),
        ours('qms --help', 'all commands', bare('--help')),
        ours('validate, cold', 'everything, nothing kept', qms('validate'), forget),
        ours('validate, no cache at all', 'everything, neither facts nor compiled code kept', { ...qms('validate'), env: { ...env, QMS_CACHE: 'off' } }),
        ours('validate, unchanged', 'everything, nothing changed since', qms('validate')),
        ours('explain', 'one requirement, where it is met; facts kept', qms('explain', '8.2.2-c')),
        ours('register', 'list of documents; facts kept', qms('register')),
        ours('matrix', 'clauses × items; facts kept', qms('matrix', '--level', 'item')),
        ours('nc list', 'open nonconformities; facts kept', qms('nc', 'list')),
      ],
      ratios: [['qms --version', 1.3], ['qms --help'], ['validate, cold', 6], ['validate, no cache at all'], ['validate, unchanged', 3], ['explain'], ['register'], ['matrix'], ['nc list']]
        .map(([name, atMost]) => ({ label: `${name} ÷ node -e 0`, of: [name], over: ['node -e 0'], ...(atMost ? { atMost } : {}) })),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
