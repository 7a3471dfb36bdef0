import type { ArgumentSpec, OptionSpec } from '#model/command.ts';

export const output: OptionSpec = { flags: '-o, --output <file>', text: { en: 'write to a file instead of the screen', 'zh-CN': '写入文件，不显示在屏幕上' } };

export const tableFormat: OptionSpec = { flags: '-f, --format <name>', text: { en: 'table, md, csv, json, html, xlsx or pdf (the last two need --output)', 'zh-CN': '格式：table、md、csv、json、html、xlsx、pdf（后两种须与 --output 同用）' }, choices: ['table', 'md', 'csv', 'json', 'html', 'xlsx', 'pdf'], fallback: 'table' };
/** For papers: printed forms of several parts. */
export const paperFormat: OptionSpec = { flags: '-f, --format <name>', text: { en: 'text, md, html, json, xlsx or pdf (the last two need --output)', 'zh-CN': '格式：text、md、html、json、xlsx、pdf（后两种须与 --output 同用）' }, choices: ['text', 'md', 'html', 'json', 'xlsx', 'pdf'], fallback: 'text' };
export const asOf: OptionSpec = { flags: '--as-of <day|ref>', text: { en: 'what was in force on this day (YYYY-MM-DD) or at this commit, read from git; without history: the present files, judged as of this day', 'zh-CN': '这一天（YYYY-MM-DD）或这次提交时现行的内容，从 git 读取；没有历史时，以现有文件按这一天判断' } };
export const dryRun: OptionSpec = { flags: '--dry-run', text: { en: 'show what would be written, write nothing', 'zh-CN': '只显示将写入的内容，不写入' } };
export const browser: OptionSpec = { flags: '--browser <file>', text: { en: 'print with this installed Chrome, Edge or Chromium', 'zh-CN': '用本机安装的这个 Chrome、Edge 或 Chromium 打印' } };
export const browserUrl: OptionSpec = { flags: '--browser-url <url>', repeated: true, text: { en: 'print with a browser that is already running (ws://…); several share the work, repeat it or put commas between', 'zh-CN': '用已在运行的浏览器打印（ws://…）；可重复或用逗号分隔给出多个，分担工作' } };
export const as: OptionSpec = { flags: '--as <person>', text: { en: 'who signs', 'zh-CN': '由谁签署' } };
export const sign: OptionSpec = { flags: '--sign <key>', text: { en: 'sign with this SSH key (level 2)', 'zh-CN': '用这把 SSH 密钥签名（2 级）' } };

export const documentId: ArgumentSpec = { spec: '<id>', text: { en: 'number of the document', 'zh-CN': '文件编号' } };
