import { describe, expect, test } from 'vitest';
import type { Artifact } from '#model/command.ts';
import { treeOf } from '#model/tree.ts';
import { searchScript, sectionsOf } from '#render/site/search.ts';
import { fileNameOf } from '#views/site/papers.ts';
import { small } from '../commands/small.ts';
import { memoryEnv, runCommand } from '../env.ts';

const evil = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'\u202e`;
const quoted = JSON.stringify(evil);
const textOf = ({ bytes }: Artifact): string => new TextDecoder().decode(bytes);
const procedure = (id: string, more = '', body = '# 程序\n\n## 1 目的\n\n文字。\n'): string => `---\ntype: procedure\nid: ${JSON.stringify(id)}\ntitle: 程序\nrevision: A/0\nstatus: effective\nowner: office\neffective: 2004-07-01\n${more}---\n\n${body}`;

async function site(files: Readonly<Record<string, string>>, earlier: Readonly<Record<string, string>> = {}): Promise<Map<string, string>> {
  const env = memoryEnv({ ...small, ...files });
  const left = treeOf(Object.entries(earlier).map(([path, text]) => ({ path, size: text.length, read: () => new TextEncoder().encode(text) })));
  const host = { ...env.host, exists: async () => Object.keys(earlier).length > 0, readTree: async (root: string) => (root === '/w/out' ? left : env.host.readTree(root)) };
  const { artifacts, notes } = await runCommand('render', { ...env, host }, [[]], { all: true, format: 'html', output: 'out' });
  expect(artifacts, notes).toBeDefined();
  return new Map((artifacts as Artifact[]).map((one) => [one.path, textOf(one)]));
}

describe('a site of a manual that means harm', () => {
  test('runs no script but its own, has no handlers and leads nowhere by script', async () => {
    const files = await site({
      'procedures/evil.md': procedure('AB/QP-66', `title: ${quoted}\n`.replace('title', 'change_request'), `# ${evil}\n\n## ${evil}\n\n${evil}\n\n[x](javascript:alert(1)) [y](data:text/html,<script>alert(1)</script>) <svg onload=alert(1)>\n`),
      'organization.yaml': `kind: organization\nname: ${quoted}\nunits:\n  - { id: office, name: ${quoted}, block: support, kind: office }\nposts:\n  - { id: clerk, name: ${quoted}, unit: office }\n  - { id: head, name: 办公室主任, unit: office }\n`,
      'qms.yaml': `kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: ${quoted}\n`,
    });
    for (const [path, html] of files) {
      if (!path.endsWith('.html')) continue;
      const tags = html.match(/<(?:"[^"]*"|'[^']*'|[^"'>])*>/g) ?? [];
      expect(tags.filter((tag) => /^<script/i.test(tag)).every((tag) => /^<script src="(?:\.\.\/)*(?:site|search)\.js">$/.test(tag)), path).toBe(true);
      expect(tags.filter((tag) => /\son\w+\s*=|javascript:|data:text/i.test(tag.replace(/"[^"]*"/g, (value) => (/^"(?:javascript|data:text)/i.test(value) ? value : '""')))), path).toEqual([]);
      expect(html, path).toContain("default-src 'none'");
      expect(html, path).not.toContain('\u202e');
    }
    expect(files.get('out/search.js')).not.toMatch(/<|\u202e/);
  });
  test('numbers become file names that stay in the folder, exist on any system and do not hide each other', async () => {
    const ids = ['../../etc/passwd', 'CON', 'a/b', 'A-B', 'a\\b', '...', '安全'];
    const files = await site(Object.fromEntries(ids.map((id, index) => [`procedures/p${index}.md`, procedure(id)])));
    const pages = [...files.keys()].filter((path) => path.startsWith('out/documents/'));
    expect(new Set(pages.map((path) => path.toLowerCase())).size).toBe(pages.length);
    for (const path of files.keys()) expect(path).toMatch(/^out\/(?:(?:documents|nonconformities)\/)?[\p{L}\p{N}][\p{L}\p{N}._-]*\.(?:html|css|js)$/u);
    expect(['CON', 'nul.txt', '', '..', 'QP-01'].map(fileNameOf)).toEqual(['x-CON', 'x-nul.txt', 'x-', 'x-', 'QP-01']);
  });
});

describe('what a page says of its text', () => {
  test.each([
    ['status: draft', 'bad', '草案', '未经批准'], ['status: obsolete', 'bad', '作废', '不得据以办事'], ['status: retained', 'bad', '作废保留', '仅留作参考'], ['status: effective\neffective: 2005-03-01', 'muted', '自 2005-03-01 起施行', '尚未生效'],
    ['status: effective\neffective: 2004-07-01\ntrial_until: 2004-10-31', 'bad', '试行期已满（2004-10-31）', '试行期已满'], ['status: effective\neffective: 2004-07-01\ntrial_until: 2005-06-30', 'good', '试行至 2005-06-30', undefined], ['status: effective\neffective: 2004-07-01', 'good', '现行', undefined],
  ])('%s', async (state, tone, word, warning) => {
    const text = `---\ntype: procedure\nid: AB/QP-77\ntitle: 程序\nrevision: A/0\n${state}\nowner: office\n---\n\n# 程序\n\n文字。\n`;
    const page = (await site({ 'procedures/x.md': text })).get('out/documents/AB-QP-77.html') as string;
    expect(page).toContain(`<span class="badge ${tone}">${word}</span>`);
    if (warning === undefined) expect(page).not.toContain('class="warning');
    else expect(page.split('class="warning bad"')[1]).toContain(warning);
  });
});

test('pages of an earlier site that have no successor say that they were taken down; what is not ours is left alone', async () => {
  const mark = '<meta name="generator" content="qms site">';
  const files = await site({}, { 'documents/AB-QP-99.html': mark, 'index.html': mark, 'notes.html': '<p>mine</p>', 'a.txt': mark });
  expect(files.get('out/documents/AB-QP-99.html')).toContain('本页已撤下');
  expect(files.get('out/index.html')).not.toContain('本页已撤下');
  expect([files.has('out/notes.html'), files.has('out/a.txt')]).toEqual([false, false]);
});

describe('the words that are searched', () => {
  test('are those of each section, without marks, under the address of its heading', () => {
    expect(sectionsOf('a.html', 'A', '<p>前言</p><h2 id="p0-目的">1 <em>目</em>的</h2><p>甲&#x26;乙</p><td>一</td><td title="a > b">二</td>')).toEqual([['a.html', 'A', '', '前言'], ['a.html#p0-目的', 'A', '1 目的', '甲&乙 一 二']]);
  });
  test('arrive as they are, whatever they hold', () => {
    const script = searchScript([['a', 'b', 'c', `</script>\u2028"\\${evil}`]]);
    expect(script).not.toContain('<');
    const scope: { qmsSections?: unknown } = {};
    new Function('globalThis', script)(scope);
    expect(scope.qmsSections).toEqual([['a', 'b', 'c', `</script>\u2028"\\${evil}`]]);
  });
});

test('numbers in the text lead to their documents, but not inside links, headings or longer numbers', async () => {
  const files = await site({ 'procedures/a.md': procedure('AB/QP-70', '', '# 程序\n\n## 见 AB/QP-71\n\n按 AB/QP-71 办理，不是 AB/QP-711；[AB/QP-71](b.md#1-目的)，`AB/QP-71`，本文件 AB/QP-70。\n'), 'procedures/b.md': procedure('AB/QP-71') });
  const text = (files.get('out/documents/AB-QP-70.html') as string).split('<div class="text body">')[1] as string;
  expect(text).toContain('<p>按 <a href="../documents/AB-QP-71.html">AB/QP-71</a> 办理，不是 AB/QP-711；<a href="AB-QP-71.html#p0-1-目的">AB/QP-71</a>，<code>AB/QP-71</code>，本文件 AB/QP-70。</p>');
});
