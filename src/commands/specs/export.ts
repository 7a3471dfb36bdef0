import type { CommandSpec } from '#model/command.ts';
import { as, asOf, browser, browserUrl, dryRun, output } from './options.ts';

/** What leaves the house. */
export const handOver: readonly CommandSpec[] = [
  {
    name: 'export',
    summary: { en: 'pack the evidence for a certifier', 'zh-CN': '导出供认证机构查验的证据包' },
    options: [
      { ...output, text: { en: 'the pack, a file that ends in .zip', 'zh-CN': '写入的证据包文件（以 .zip 结尾）' } },
      asOf,
      { flags: '--profile <name>', text: { en: 'withhold what this redaction profile says (certifier ships with the tool)', 'zh-CN': '按该方案隐去内容（自带方案 certifier）' } },
      { flags: '--clauses <numbers...>', text: { en: 'only these clauses or chapters', 'zh-CN': '只收录这些条款或章节' } },
      { flags: '--blocks <ids...>', text: { en: 'only these functional blocks', 'zh-CN': '只收录这些职能板块' } },
      { flags: '--audit <id>', text: { en: 'only this audit, and the clauses it covered', 'zh-CN': '只收录这次审核及其涉及的条款' } },
      { flags: '--with-findings', text: { en: 'pack although the check finds errors; they go into the pack and it says so', 'zh-CN': '检查有错误也导出；错误一并放入，并在包内写明' } },
      { flags: '--sign <key>', text: { en: 'sign the pack with this SSH key', 'zh-CN': '用这把 SSH 密钥给证据包签名' } },
      as,
      { flags: '--printed <dir>', text: { en: 'take what `qms render` printed into this folder, where it is what it would become', 'zh-CN': '`qms render` 打印到该文件夹、内容未变的 PDF 直接取用' } },
      { flags: '--no-pdf', text: { en: 'without printed pages (needs no browser)', 'zh-CN': '不含打印的 PDF（不需要浏览器）' } },
      browser, browserUrl,
      { ...dryRun, text: { en: 'list what would go in, with sizes; write nothing', 'zh-CN': '只列出将放入的文件和大小，不写入' } },
    ],
    load: () => import('../export.ts'),
  },
  {
    name: 'cosign',
    summary: { en: 'add a second signature to a pack', 'zh-CN': '给证据包加签（会签）' },
    args: [{ spec: '<pack>', text: { en: 'the zip file, or the folder it was unpacked into', 'zh-CN': 'zip 文件，或它解压后的文件夹' } }],
    options: [{ flags: '--sign <key>', text: { en: 'sign with this SSH key', 'zh-CN': '用这把 SSH 密钥签名' } }, as],
    load: () => import('../cosign.ts'),
  },
  {
    name: 'letter',
    summary: { en: 'write the letter that goes with a pack, by another way', 'zh-CN': '写与证据包分开送达的移交函' },
    args: [{ spec: '<pack>', text: { en: 'the zip file, or the folder it was unpacked into', 'zh-CN': 'zip 文件，或它解压后的文件夹' } }],
    options: [{ flags: '-f, --format <name>', text: { en: 'text, md, html, json or pdf (pdf needs --output)', 'zh-CN': '格式：text、md、html、json、pdf（pdf 须与 --output 同用）' }, choices: ['text', 'md', 'html', 'json', 'pdf'], fallback: 'text' }, output],
    load: () => import('../letter.ts'),
  },
];
