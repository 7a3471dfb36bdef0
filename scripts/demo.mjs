// The main job on the sample manual, with what a newcomer wants to see and the paths of what was written.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const out = join(root, 'out');
mkdirSync(out, { recursive: true });

const english = /^en/i.test(process.env.QMS_LANG ?? '');
const lang = ['--lang', english ? 'en' : 'zh-CN'];
const bold = (text) => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text);
const written = [];
let failed = 0;

function qms(title, args, file) {
  process.stdout.write(`\n${bold(`── ${title}`)}\n   qms ${args.join(' ')}${file ? ` -o out/${file}` : ''}\n\n`);
  const full = ['bin/qms.js', '-C', 'docs-qms', ...lang, '--color', process.stdout.isTTY ? 'always' : 'never', ...args, ...(file ? ['-o', join(out, file)] : [])];
  const { status, error } = spawnSync(node, full, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) throw error;
  if (status !== 0) failed = Math.max(failed, status ?? 2);
  if (file && existsSync(join(out, file))) written.push(file);
}

qms('Is the manual complete, consistent and allowed? / 手册是否齐全、一致、合规？', ['validate']);
qms('Where is each clause met? / 各条款在哪里落实？', ['matrix', '--by', 'block']);
qms('What is excluded, and why? / 删减了什么，为什么？', ['exclusions']);
qms('What does one requirement mean, and where is it met? / 一项要求是什么意思，落实在哪里？', ['explain', '8.2.2-c']);
qms('Files for others / 交付文件', ['validate', '--format', 'sarif'], 'validate.sarif');
qms('… the matrix, item by item / 逐项落实表', ['matrix', '--level', 'item', '--format', 'html'], 'matrix.html');
qms('… who leads what / 职能分配', ['matrix', '--by', 'unit', '--format', 'csv'], 'responsibility.csv');
qms('… the master list / 受控文件清单', ['register', 'documents', '--format', 'html'], 'documents.html');
qms('… the record list / 质量记录清单', ['register', 'records', '--format', 'csv'], 'records.csv');
qms('… the external documents / 外来文件清单', ['register', 'external', '--format', 'md'], 'external.md');

process.stdout.write(`\n${bold('Written / 已写入')}\n`);
for (const file of written) process.stdout.write(`  ${relative(root, join(out, file))}  ${Math.ceil(statSync(join(out, file)).size / 1024)} KB\n`);
process.exitCode = failed;
