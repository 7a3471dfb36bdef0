import { createHost } from '#host/host.ts';
import type { Env } from '#model/command.ts';
import type { Host } from '#model/host.ts';
import { memoryEnv } from '../env.ts';
import { assets } from '../memory.ts';

const real = createHost(assets);

/** The real browser. Where the machine lets no browser shut itself in (a container, some CI), it says so and goes on without; the layers are what is tested. */
const openPrinter: Host['openPrinter'] = async (choice, signal) => {
  try {
    return await real.openPrinter(choice, signal);
  } catch (error) {
    if (!/sandbox/.test((error as Error).message) || process.env['QMS_SANDBOX'] === 'off') throw error;
    process.env['QMS_SANDBOX'] = 'off';
    process.stderr.write('No sandbox on this machine: these tests print without.\n');
    return real.openPrinter(choice, signal);
  }
};

/** A world in memory, but with the real browser and the real fonts. */
export function printingEnv(signal: AbortSignal = new AbortController().signal): Env {
  const env = memoryEnv({});
  return { ...env, signal, host: { ...env.host, openPrinter, browserBuild: real.browserBuild, fonts: real.fonts } };
}

/** To be called before anything prints by other ways than `printingEnv`: finds out whether there is a sandbox, and unpacks the browser. */
export async function preparePrinting(): Promise<void> {
  await (await openPrinter({}, new AbortController().signal)).close();
}

/** A page around a body, as the makers of pages would write it. */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>试件</title><style>@page{size:A4;margin:20mm}</style>${head}</head><body>${body}</body></html>`;
}
