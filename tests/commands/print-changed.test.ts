import { expect, test } from 'vitest';
import { printChanged } from '#commands/print/print-changed.ts';
import type { NamedJob } from '#commands/print/print.ts';
import type { Artifact, Env, Progress } from '#model/command.ts';
import { fonts } from '#host/fonts.ts';
import { PDFDocument } from '@cantoo/pdf-lib';
import { memoryEnv } from '../env.ts';
import { pageOf } from '../host/printing.ts';

const meta = { title: '甲', language: 'zh-CN', author: '某局', created: '2004-05-01T00:00:00Z' } as const;
const job = (path: string, text: string): NamedJob => ({ path, html: pageOf(`<p>${text}</p>`), meta });
const jobs = [job('out/a.pdf', '甲'), job('out/b.pdf', '乙'), job('out/c.pdf', '丙')];

/** A world with a disk and a browser that only counts. */
function counting(): { env: Env; disk: Map<string, Uint8Array>; started: () => number; printed: string[]; steps: Progress[]; build: { name: string }; keep(artifacts: readonly Artifact[]): void } {
  const memory = memoryEnv({});
  const disk = new Map<string, Uint8Array>();
  const printed: string[] = [];
  const steps: Progress[] = [];
  const build = { name: 'one' };
  let started = 0;
  const env: Env = {
    ...memory, progress: (step) => steps.push(step),
    host: {
      ...memory.host, fonts, browserBuild: async () => build.name, readFile: async (path) => disk.get(path) ?? null,
      openPrinter: async () => {
        started++;
        return {
          version: build.name, atOnce: 2, close: async () => {},
          print: async (_, name = '') => {
            printed.push(name);
            const pdf = await PDFDocument.create();
            pdf.addPage();
            return pdf.save();
          },
        };
      },
    },
  };
  const keep = (artifacts: readonly Artifact[]): void => { for (const { path, bytes } of artifacts) disk.set(`${env.cwd}/${path}`, bytes); };
  return { env, disk, started: () => started, printed, steps, build, keep };
}

test('what is printed already is not printed again, and no browser is started for it', async () => {
  const { env, keep, started, printed, steps } = counting();
  const first = await printChanged(jobs, 'out/printed.json', env);
  expect(first.artifacts.map(({ path }) => path)).toEqual(['out/a.pdf', 'out/b.pdf', 'out/c.pdf', 'out/printed.json']);
  expect(steps.filter(({ done, total }) => done === total)).toHaveLength(1);
  keep(first.artifacts);
  expect(await printChanged(jobs, 'out/printed.json', env)).toEqual({ artifacts: [], unchanged: ['out/a.pdf', 'out/b.pdf', 'out/c.pdf'] });
  expect([started(), printed.length]).toEqual([1, 3]);
});

test('what changed is printed: text, title, browser, or a file that somebody touched or took away', async () => {
  const { env, disk, keep, printed, build } = counting();
  const again = async (now: readonly NamedJob[] = jobs): Promise<string[]> => {
    printed.splice(0);
    keep((await printChanged(now, 'out/printed.json', env)).artifacts);
    return printed.sort();
  };
  await again();
  const [a, b, c] = jobs as [NamedJob, NamedJob, NamedJob];
  const changed = [job('out/a.pdf', '丁'), b, { ...c, meta: { ...meta, title: '丙' } }];
  expect(await again(changed)).toEqual(['out/a.pdf', 'out/c.pdf']);
  expect(await again(changed)).toEqual([]);
  (disk.get('/w/out/b.pdf') as Uint8Array)[9] = 0;
  disk.delete('/w/out/c.pdf');
  expect(await again(changed)).toEqual(['out/b.pdf', 'out/c.pdf']);
  expect(await again([a])).toEqual(['out/a.pdf']);
  expect(await again([a, b, changed[2] as NamedJob])).toEqual([]);
  build.name = 'two';
  expect(await again([b])).toEqual(['out/b.pdf']);
  disk.set('/w/out/printed.json', new TextEncoder().encode('{ torn'));
  expect(await again([b])).toEqual(['out/b.pdf']);
});
