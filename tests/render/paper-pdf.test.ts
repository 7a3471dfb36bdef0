import { describe, expect, test } from 'vitest';
import { createHost } from '#host/host.ts';
import { paperOutcome } from '#commands/paper.ts';
import { openProject } from '#commands/workspace.ts';
import type { Env } from '#model/command.ts';
import type { Paper } from '#views/paper.ts';
import { cell } from '#views/table.ts';
import { small } from '../commands/small.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { assets } from '../memory.ts';
import { readPdf, type ReadPdf } from './read-pdf.ts';

const { openPrinter, fonts } = createHost(assets);
function envWithPrinter(locale: 'zh-CN' | 'en' = 'zh-CN'): Env {
  const env = memoryEnv(small, locale);
  return { ...env, host: { ...env.host, openPrinter, fonts } };
}
const squeezed = (text: string | undefined): string => (text ?? '').replace(/\s+/g, '');

async function pdfOf(paper: Paper): Promise<ReadPdf> {
  const env = envWithPrinter();
  const { artifacts } = await paperOutcome(paper, {}, await openProject(env), { args: [], options: { format: 'pdf', output: 'x.pdf' } }, env);
  expect(artifacts?.map(({ path }) => path)).toEqual(['x.pdf']);
  return readPdf(artifacts?.[0]?.bytes as Uint8Array);
}

describe('papers and tables as PDF', () => {
  test('every page has organization, title, number and page x of y; tables repeat their head; every word arrives', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [cell(String(index + 1)), cell(`第${index + 1}项：窗口在用的受理通知书`)]);
    const { pages } = await pdfOf({ title: '审核检查表', number: 'NS-2004-01', blocks: [{ kind: 'table', table: { columns: [{ id: 'no', title: '序号' }, { id: 'what', title: '检查内容' }], rows, notes: [] } }] });
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      const text = squeezed(page);
      for (const words of ['某局', '审核检查表', 'NS-2004-01', `第${index + 1}页共${pages.length}页`, '序号检查内容', '截至2004-12-31']) expect(text).toContain(words);
    }
    const all = squeezed(pages.join(''));
    for (const [, what] of rows) expect(all).toContain(squeezed(what?.items[0] as string));
  });
  test('the commands write a PDF and print nothing', async () => {
    const { text, artifacts } = await runCommand('register', envWithPrinter(), ['documents'], { format: 'pdf', output: 'list.pdf' });
    expect([text, artifacts?.map(({ path }) => path)]).toEqual([undefined, ['list.pdf']]);
    const { pages } = await readPdf(artifacts?.[0]?.bytes as Uint8Array);
    expect(squeezed(pages.join(''))).toContain('受控文件清单');
    expect(squeezed(pages.join(''))).toContain('AB/QP-01');
  });
  test('a character that no font has is refused by file and line', async () => {
    const env = envWithPrinter();
    const files = memoryEnv({ ...small, 'external.yaml': 'kind: external-documents\ndocuments:\n  - { id: WL-001, title: 𠮷林省规章, standing: in-force }\n' }, 'zh-CN');
    await expect(runCommand('register', { ...files, host: { ...files.host, openPrinter: env.host.openPrinter, fonts: env.host.fonts } }, ['external'], { format: 'pdf', output: 'x.pdf' }))
      .rejects.toMatchObject({ name: 'UsageError', args: { list: expect.stringMatching(/^external\.yaml:3: 𠮷/) } });
  });
  test('without a file it is refused', async () => {
    await expect(runCommand('matrix', memoryEnv(small), [], { format: 'pdf' })).rejects.toMatchObject({ text: { en: 'A PDF cannot be shown on the screen.', 'zh-CN': 'PDF 不能显示在屏幕上。' } });
  });
});
