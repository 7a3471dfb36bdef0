import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareWorkspace } from '../memory.ts';

const codesIn = (text: string): string[] => [...text.matchAll(/"code": "([^"]+)"/g)].map((match) => match[1] as string);

test('--watch gives a verdict now and after every change, and ends with Ctrl-C', async () => {
  const root = mkdtempSync(join(tmpdir(), 'qms-watch-'));
  for (const [path, text] of Object.entries(bareWorkspace)) writeFileSync(join(root, path), text);
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../bin/qms.js'), '-C', root, 'validate', '--watch', '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = async (seen: () => boolean): Promise<void> => {
    for (let waited = 0; !seen() && waited < 20_000; waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen()).toBe(true);
  };
  try {
    await until(() => out.trimEnd().endsWith('}') && out.includes('"counts"'));
    expect(codesIn(out)).not.toContain('load/yaml-syntax');
    out = '';
    writeFileSync(join(root, 'broken.yaml'), 'kind: [\n');
    await until(() => codesIn(out).includes('load/yaml-syntax') && out.trimEnd().endsWith('}'));
    out = '';
    rmSync(join(root, 'broken.yaml'));
    await until(() => out.includes('"counts"') && out.trimEnd().endsWith('}'));
    expect(codesIn(out)).not.toContain('load/yaml-syntax');
    child.kill('SIGINT');
    expect(await ended).toBe(1);
  } finally {
    child.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  }
});
