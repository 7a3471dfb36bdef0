// Suite `pack`: evidence packs written and verified, beside copying and digesting the same files.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.mjs';
import { node, root } from './measure.mjs';
import { qmsIn } from './own.mjs';
import { payload } from './payload.mjs';

export async function* packCases({ sizes = [2000], seed }) {
  for (const documents of sizes) {
    const dir = mkdtempSync(join(tmpdir(), 'qms-bench-'));
    try {
      const made = generate(dir, { documents, seed, defects: 0 });
      const { qms } = qmsIn(dir, made.root);
      const pack = join(dir, 'pack.zip');
      const gone = (path) => () => rmSync(path, { recursive: true, force: true });
      yield {
        title: `${documents} documents`, documents, facts: { files: made.files, bytes: made.bytes },
        programs: [
          { name: 'cp', kind: 'floor', what: 'every file copied', call: { command: 'cp', args: ['-r', made.root, join(dir, 'copy')] }, prepare: gone(join(dir, 'copy')) },
          { name: 'sha512sum', kind: 'floor', what: 'every file digested', call: { command: 'sh', args: ['-c', `find "${made.root}" -path "*/.git" -prune -o -type f -print0 | xargs -0 sha512sum`] } },
          { name: 'validate, unchanged', kind: 'qms', what: 'the check, which every pack contains', call: qms('validate') },
          { name: 'qms export', kind: 'qms', what: 'pack without printed pages', call: qms('export', '--no-pdf', '--with-findings', '-o', pack), prepare: gone(pack) },
          { name: 'qms verify', kind: 'qms', what: 'that pack, without unpacking it', call: qms('verify', pack) },
        ],
        ratios: [
          { label: 'cp + sha512sum ÷ qms export', of: ['cp', 'sha512sum'], over: ['qms export'] },
          { label: 'qms verify ÷ sha512sum', of: ['qms verify'], over: ['sha512sum'] },
        ],
      };
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  yield* writingAlone(2000);
}

/** The writing without what goes in: read, digested twice (SHA-512, SM3), summed, written, synced. */
async function* writingAlone(prints) {
  const dir = mkdtempSync(join(tmpdir(), 'qms-bench-'));
  try {
    const folder = join(dir, 'files');
    const facts = payload(folder, prints);
    const [copy, pack] = [join(dir, 'copy'), join(dir, 'pack.zip')];
    yield {
      title: `${prints} prints and ${facts.files - prints} texts, the writing alone`, facts,
      programs: [
        { name: 'cp', kind: 'floor', what: 'every file copied', call: { command: 'cp', args: ['-r', folder, copy] }, prepare: () => rmSync(copy, { recursive: true, force: true }) },
        { name: 'sha512sum', kind: 'floor', what: 'every file digested', call: { command: 'sh', args: ['-c', `find "${folder}" -type f -print0 | xargs -0 sha512sum`] } },
        { name: 'pack written', kind: 'qms', what: 'by the code of `qms export`', call: { command: node, args: ['--conditions=dev', join(root, 'bench', 'pack-folder.mjs'), folder, pack] } },
      ],
      ratios: [{ label: 'cp + sha512sum ÷ pack written', of: ['cp', 'sha512sum'], over: ['pack written'], atLeast: 0.6 }],
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
