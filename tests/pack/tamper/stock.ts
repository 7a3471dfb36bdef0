import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesOf, type Files } from '../bags.ts';
import type { Handed } from './mutants.ts';

/** Programs that VERIFY.txt asks for and that are not here; then nothing is proven, and the caller says so. */
export function missingTools(): string[] {
  return ['bash', 'sha512sum', 'find', 'wc', 'ssh-keygen'].filter((program) => spawnSync(program, ['--version']).error !== undefined);
}

/**
 * The four steps of VERIFY.txt, in its own words; the figures are those of the pack as it was handed over. The tests hold that each of these commands stands in the pack's VERIFY.txt. What stands after the
 * signature's file is what a reader does with the answer: compares it with the hand-over letter.
 */
export const steps = {
  digests: 'sha512sum --strict --quiet -c manifest-sha512.txt && sha512sum --strict --quiet -c tagmanifest-sha512.txt',
  count: 'find data ! -type d | wc -l', size: 'find data -type f -exec cat {} + | wc -c', beside: 'find . ! -type d ! -path "./data/*" ! -path "./signatures/*" | wc -l',
  list: 'sha512sum tagmanifest-sha512.txt',
  signature: (person: string): string => `ssh-keygen -Y verify -f allowed_signers -I ${person} -n qms-evidence -s signatures/tagmanifest-sha512.txt.${person}.sig < tagmanifest-sha512.txt`,
} as const;

/** A copy of the pack on disk, which takes on mutants one after the other and says what stock tools say of each. */
export interface Bench { says(files: Files): 'good' | string; close(): void }

export function stockBench(root: string, { files: clean, person, fingerprint, tagManifestSha512 }: Handed): Bench {
  const top = join(root, 'pack');
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), bytesOf(content));
  };
  for (const [path, content] of Object.entries(clean)) write(path, content);
  const payload = Object.entries(clean).filter(([path]) => path.startsWith('data/'));
  const figures = [payload.length, payload.reduce((sum, [, content]) => sum + bytesOf(content).length, 0), Object.keys(clean).filter((path) => !/^(?:data|signatures)\//.test(path)).length];
  // Steps 3 and 4 are each enough against a rebuilt list; here the signature alone must do it, for not every letter carries the figure.
  const script = `
{ ${steps.digests}; } >/dev/null 2>&1 || { echo digests; exit; }
[ "$(${steps.count})" -eq ${figures[0]} ] && [ "$(${steps.size})" -eq ${figures[1]} ] && [ "$(${steps.beside})" -eq ${figures[2]} ] || { echo count; exit; }
case "$(${steps.signature(person)} 2>&1)" in *'${fingerprint}'*) ;; *) echo signature; exit;; esac
case "$(${steps.list})" in ${tagManifestSha512}*) echo good;; *) echo list;; esac
`;
  return {
    says(files) {
      const gone = Object.keys(clean).filter((path) => !(path in files));
      const changed = Object.keys(files).filter((path) => files[path] !== clean[path]);
      for (const path of gone) rmSync(join(top, path));
      for (const path of changed) write(path, files[path] as string);
      const { stdout, error } = spawnSync('bash', ['-c', script], { cwd: top, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' } });
      for (const path of changed) if (path in clean) write(path, clean[path] as string); else rmSync(join(top, path));
      for (const path of gone) write(path, clean[path] as string);
      if (error) throw error;
      return stdout.trim();
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
