import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qms } from './run.ts';
import { openBrowser } from './screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'qms-form-'));
const manual = join(folder, 'manual');
const form = join(folder, 'form.html');
const downloads = join(folder, 'downloads');
let screen: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  cpSync('docs-qms', manual, { recursive: true });
  rmSync(join(manual, 'audits/2004/NS-2004-03-legal.yaml'));
  mkdirSync(downloads);
  const made = await qms(['-C', manual, 'audit', 'checklist', 'NS-2004-03', '--unit', 'legal', '--format', 'html', '--output', form]);
  expect(made.stderr).toBe('');
  screen = await openBrowser();
}, 120_000);
afterAll(async () => {
  await screen?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The form as the auditor opens it: from disk. Whatever it wants from the network is told. */
async function opened(asked: string[] = []): Promise<Page> {
  const page = await screen.browser.newPage();
  page.on('request', (request) => { if (!/^(?:file|data|blob):/.test(request.url())) asked.push(request.url()); });
  page.on('pageerror', (error) => { throw error; });
  page.on('dialog', (dialog) => void dialog.accept());
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads, eventsEnabled: true });
  await page.goto(pathToFileURL(form).href);
  return page;
}
const row = async (page: Page, id: string): Promise<ElementHandle> => await page.$(`article[data-id="${id}"]`) as ElementHandle;
async function judge(page: Page, id: string, judgement: string, evidence: string): Promise<void> {
  const article = await row(page, id);
  await (await article.$(`input[value="${judgement}"]`))?.click();
  await (await article.$('textarea'))?.type(evidence);
}
const textOf = (page: Page, selector: string): Promise<string> => page.$eval(selector, (element) => element.textContent);
/** Presses "Save" and waits for the file; each gets a name of its own. */
async function saved(page: Page, name: string): Promise<string> {
  await page.click('#save');
  const written = (): string | undefined => readdirSync(downloads).find((one) => one.endsWith('.qms.json'));
  while (written() === undefined) await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
  renameSync(join(downloads, written() as string), join(downloads, name));
  return join(downloads, name);
}

describe('the offline form in a browser', () => {
  test('is filled in, survives a reload, saves a file, and comes back with finding and photo', async () => {
    const asked: string[] = [];
    const page = await opened(asked);
    expect(await textOf(page, '#open')).toMatch(/共 (\d+) 行，\1 行未判定/);
    await judge(page, '8.2.4-d', 'nonconform', '2004年10月19日在法制处抽查9月《案件核审表》6份，其中2004-JC-030核审人与审批人为同一人签字；程序规定核审与审批由不同的人签署。');
    await judge(page, '4.2.3-g', 'conform', '三个岗位在用文件12份，均为A/0版，与受控清单一致');
    await judge(page, '6.2.1-a', 'conform', '');
    expect(await textOf(page, 'article[data-id="6.2.1-a"] .fault')).toBe('有判定而没有证据：请写明所见。');
    expect(await textOf(page, '#faults')).toContain('1 处');
    const photo = await page.screenshot({ type: 'png', clip: { x: 0, y: 0, width: 400, height: 300 } });
    const picture = join(folder, '现场.png');
    writeFileSync(picture, photo);
    const input = await (await row(page, '8.2.4-d')).$('[type="file"]') as ElementHandle<never>;
    await input.uploadFile(picture);
    await page.waitForSelector('article[data-id="8.2.4-d"] .thumbs img');

    await page.reload();
    expect(await page.evaluate(`document.querySelector('article[data-id="8.2.4-d"] textarea').value`)).toContain('2004-JC-030');
    expect(await page.$$eval('article[data-id="8.2.4-d"] .thumbs img', (images) => images.length)).toBe(1);
    expect(await textOf(page, '#storage')).toBe('已恢复本浏览器保存的内容。');

    const incomplete = await saved(page, 'incomplete.json');
    const refused = await qms(['-C', manual, 'audit', 'record', 'NS-2004-03', incomplete]);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringMatching(/第60行（6\.2\.1-a）：有判定而没有证据/)]);
    expect(existsSync(join(manual, 'audits/2004/NS-2004-03-legal.yaml'))).toBe(false);

    await (await (await row(page, '6.2.1-a')).$('textarea'))?.type('核审员3人，任职资格和培训记录齐全');
    expect(await page.evaluate("document.getElementById('faults').hidden")).toBe(true);
    const file = await saved(page, 'whole.json');
    await page.close();
    expect(asked).toEqual([]);

    const recorded = await qms(['-C', manual, 'audit', 'record', 'NS-2004-03', file]);
    expect([recorded.status, recorded.stderr]).toEqual([0, expect.stringContaining('已开出不符合报告：NC-2004-011')]);
    const yaml = readFileSync(join(manual, 'audits/2004/NS-2004-03-legal.yaml'), 'utf8');
    expect(yaml).toContain('nonconformity: NC-2004-011');
    expect(readFileSync(join(manual, 'nonconformities/NC-2004-011.yaml'), 'utf8')).toContain('2004-JC-030');
    const photos = readdirSync(join(manual, 'audits/2004/attachments/NS-2004-03-legal'));
    expect(photos).toEqual([expect.stringMatching(/\.jpg$/)]);
    expect([...readFileSync(join(manual, 'audits/2004/attachments/NS-2004-03-legal', photos[0] as string)).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    const checked = await qms(['-C', manual, 'validate', '--format', 'json', 'audits/2004/NS-2004-03-legal.yaml', 'audits/2004/attachments']);
    expect(JSON.parse(checked.stdout).diagnostics.filter(({ code }: { code: string }) => /^(?:load|workspace)\//.test(code))).toEqual([]);
  });

  test('goes on from a saved file on another device, and refuses the file of another checklist', async () => {
    const context = await screen.browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(form).href);
    const input = await page.$('#load') as ElementHandle<never>;
    await input.uploadFile(join(downloads, 'whole.json'));
    await page.waitForSelector('article[data-id="4.2.3-g"][data-state="done"]');
    const other = join(folder, 'other.json');
    writeFileSync(other, JSON.stringify({ ...JSON.parse(readFileSync(join(downloads, 'whole.json'), 'utf8')), digest: 'f'.repeat(64) }));
    await input.uploadFile(other);
    await page.waitForFunction("document.getElementById('storage').textContent.includes('另一张检查表')");
    await context.close();
  });

  test('says so where the browser keeps nothing, and still saves', async () => {
    const page = await screen.browser.newPage();
    await page.evaluateOnNewDocument("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })");
    await page.goto(pathToFileURL(form).href);
    expect(await textOf(page, '#storage')).toMatch(/本浏览器拒绝保存（SecurityError）/);
    await judge(page, '4.2.3-a', 'observation', '1份打印件没有受控标识');
    expect(await textOf(page, '#storage')).toMatch(/拒绝保存/);
    expect(await page.evaluate("document.getElementById('storage').className")).toBe('bad');
    await page.close();
  });

  test.each([['dark', 1200], ['light', 400]] as const)('has no fault of accessibility in %s at %i px', async (scheme, width) => {
    const page = await opened();
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const violations = await page.evaluate(`${axe.source}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3).join(' | ')))`);
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    await page.close();
  });
});
