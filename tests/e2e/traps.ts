import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './run.ts';

const identity = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.test', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.test', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
export const gitIn = (cwd: string, ...args: string[]): string => execFileSync('git', args, { cwd, env: { ...environment, ...identity }, stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 }).toString().trim();

/** What ran of the traps since the last look. */
export interface Canary { sung(): string }

/**
 * Turns a repository into one that an attacker hands over: every setting of its own configuration that git knows to name a program names one that
 * leaves a trace, each hook does, HEAD bears a signature to be verified, and `evil` is a filter and a diff driver for the attributes of the caller.
 */
export function setTraps(root: string, outside: string): Canary {
  const trace = join(outside, 'canary');
  const script = join(outside, 'evil.sh');
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${trace}\ncat\n`);
  chmodSync(script, 0o755);
  signHead(root);
  const hooks = join(root, '.git', 'hooks');
  mkdirSync(hooks, { recursive: true });
  for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction', 'post-checkout', 'pre-commit', 'post-commit', 'pre-auto-gc', 'post-rewrite', 'pre-push', 'post-merge']) {
    writeFileSync(join(hooks, hook), `#!/bin/sh\necho hook ${hook} >> ${trace}\n`);
    chmodSync(join(hooks, hook), 0o755);
  }
  for (const [name, value] of Object.entries({
    'core.fsmonitor': script, 'core.hooksPath': hooks, 'core.pager': script, 'core.editor': script, 'core.sshCommand': script, 'core.gitProxy': script, 'core.askPass': script, 'core.alternateRefsCommand': script,
    'sequence.editor': script, 'interactive.diffFilter': script, 'diff.external': script, 'diff.evil.textconv': script, 'diff.evil.command': script, 'merge.evil.driver': script, 'difftool.evil.cmd': script,
    'filter.evil.clean': script, 'filter.evil.smudge': script, 'filter.evil.process': script, 'filter.evil.required': 'true',
    'gpg.program': script, 'gpg.ssh.program': script, 'gpg.x509.program': script, 'gpg.openpgp.program': script, 'gpg.ssh.defaultKeyCommand': script, 'gpg.ssh.allowedSignersFile': script, 'gpg.format': 'ssh', 'log.showSignature': 'true', 'commit.gpgSign': 'true',
    'credential.helper': `!${script}`, 'uploadpack.packObjectsHook': script, 'receive.procReceiveRefs': 'refs', 'trailer.x.cmd': script,
    'remote.origin.url': `ext::${script} %S`, 'remote.origin.promisor': 'true', 'remote.origin.partialclonefilter': 'blob:none', 'remote.origin.uploadpack': script, 'extensions.partialClone': 'origin',
    'protocol.ext.allow': 'always', 'protocol.file.allow': 'always', 'protocol.allow': 'always', 'core.repositoryformatversion': '1',
    ...Object.fromEntries(['cat-file', 'ls-tree', 'rev-parse', 'rev-list', 'log', 'show', 'status', 'diff', 'blame', 'config'].flatMap((command) => [[`pager.${command}`, script], [`alias.${command}`, `!${script}`]])),
  })) gitIn(root, 'config', name, value);
  return {
    sung() {
      const said = existsSync(trace) ? readFileSync(trace, 'utf8') : '';
      rmSync(trace, { force: true });
      return said;
    },
  };
}

/** Gives HEAD a signature (a worthless one), which git shows to whatever program the configuration names for that. */
function signHead(root: string): void {
  const commit = execFileSync('git', ['cat-file', 'commit', 'HEAD'], { cwd: root, env: environment }).toString();
  const signed = commit.replace('\n\n', '\ngpgsig -----BEGIN SSH SIGNATURE-----\n U1NIU0lHAAAAAQ==\n -----END SSH SIGNATURE-----\n\n');
  const oid = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], { cwd: root, env: environment, input: signed }).toString().trim();
  gitIn(root, 'update-ref', 'HEAD', oid);
}
