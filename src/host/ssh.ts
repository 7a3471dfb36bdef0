import { spawn } from 'node:child_process';
import { UsageError } from '#model/usage-error.ts';

/** A detached signature as `ssh-keygen -Y sign` makes it; the key stays with ssh-keygen, its agent or its device. */
export function sshSign(message: Uint8Array, key: string, namespace: string): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const refuse = (problem: string, cause?: unknown): void => fail(new UsageError({ en: 'ssh-keygen could not sign: {problem}', 'zh-CN': 'ssh-keygen 无法签名：{problem}' }, { problem },
      { en: 'Is OpenSSH 8.2 or newer installed, and is {problem} about the key you named with --sign?', 'zh-CN': '是否装有 OpenSSH 8.2 以上版本？--sign 所给密钥是否正确？（{problem}）' }, { cause }));
    const child = spawn('ssh-keygen', ['-q', '-Y', 'sign', '-f', key, '-n', namespace], { stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    let said = '';
    child.on('error', (error) => refuse(error.message, error));
    child.stdin.on('error', () => {}); // the exit code tells
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.on('close', (code) => (code === 0 ? done(Buffer.concat(out)) : refuse(said.trim().split('\n')[0] || `exit code ${code}`)));
    child.stdin.end(message);
  });
}
