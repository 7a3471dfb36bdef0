import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/** Who runs the browser, where that is not who runs us. */
export interface Owner { readonly uid: number; readonly gid: number }

export interface BrowserProcess {
  /** Also the number of its process group; 0 when it did not start. */
  readonly pid: number;
  readonly transport: ConnectionTransport;
  /** What it said on its way down; '' while it runs. */
  readonly lastWords: () => string;
  /** Ends it and all it started, at once. */
  kill(): void;
  readonly ended: Promise<void>;
}

/** Starts a browser that is spoken to through a pipe: no port is open, and it ends by itself when we are gone. */
export function startBrowser(executable: string, args: readonly string[], environment: Readonly<Record<string, string>>, owner: Owner | undefined): BrowserProcess {
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], env: environment, detached: process.platform !== 'win32', ...owner });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4000); });
  const kill = (): void => killTree(child);
  process.once('exit', kill);
  const ended = new Promise<void>((done) => {
    child.once('error', (error) => { said += error.message; done(); });
    child.once('exit', () => done());
  }).finally(() => process.removeListener('exit', kill));
  return { pid: child.pid ?? 0, transport: pipeTransport(child, ended), lastWords: () => said, kill, ended };
}

/** Messages of the DevTools protocol, each ended by NUL, over descriptors 3 and 4 of the child. */
function pipeTransport(child: ChildProcess, ended: Promise<void>): ConnectionTransport {
  const [, , , input, output] = child.stdio as [null, null, Readable, Writable, Readable];
  const parts: Buffer[] = [];
  const transport: ConnectionTransport = {
    send: (message) => { input.write(`${message}\0`); },
    close: () => { input.end(); },
  };
  output.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, end));
      const message = Buffer.concat(parts.splice(0)).toString('utf8');
      from = end + 1;
      setImmediate(() => transport.onmessage?.(message));
    }
    parts.push(chunk.subarray(from));
  });
  for (const stream of [input, output]) stream.on('error', () => {}); // its end tells
  void ended.then(() => setImmediate(() => transport.onclose?.()));
  return transport;
}

function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, 'SIGKILL'); // it leads a process group of its own
  } catch {
    // it is gone already
  }
}
