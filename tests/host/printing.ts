import { createHost } from '#host/host.ts';
import type { Env } from '#model/command.ts';
import { memoryEnv } from '../env.ts';
import { assets } from '../memory.ts';

/** A world in memory, but with the real browser and the real fonts. */
export function printingEnv(signal: AbortSignal = new AbortController().signal): Env {
  const env = memoryEnv({});
  const { openPrinter, browserBuild, fonts } = createHost(assets);
  return { ...env, signal, host: { ...env.host, openPrinter, browserBuild, fonts } };
}

/** A page around a body, as the makers of pages would write it. */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>试件</title><style>@page{size:A4;margin:20mm}</style>${head}</head><body>${body}</body></html>`;
}
