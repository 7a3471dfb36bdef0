// The built tool in a process of its own, with what that process used.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `validate` in a folder, nothing kept: exit code, what it said, seconds of processor time, peak memory in MB. */
export function validateAlone(place) {
  const own = mkdtempSync(join(tmpdir(), 'qms-alone-'));
  const [meter, used] = [join(own, 'meter.cjs'), join(own, 'used.json')];
  writeFileSync(meter, `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); require('node:fs').writeFileSync(${JSON.stringify(used)}, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, mb: maxRSS / 1024 })); });`);
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', meter, 'bin/qms.js', '-C', place, 'validate'], { encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, QMS_CACHE: 'off' } });
    return { status, stdout, stderr, ...JSON.parse(readFileSync(used, 'utf8')) };
  } finally {
    rmSync(own, { recursive: true });
  }
}
