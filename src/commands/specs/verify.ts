import type { CommandSpec } from '#model/command.ts';
import { output } from './options.ts';

/** What comes into the house. */
export const takeOver: readonly CommandSpec[] = [
  {
    name: 'verify',
    summary: { en: 'check an evidence pack, or any BagIt bag, without unpacking it', 'zh-CN': '不解压而检查证据包（或任何 BagIt 包）' },
    args: [{ spec: '<pack>', text: { en: 'the zip file, or the folder it was unpacked into', 'zh-CN': 'zip 文件，或它解压后的文件夹' } }],
    options: [
      { flags: '--signers <file>', text: { en: 'whom you trust: a list of keys in the format of ssh-keygen\'s ALLOWED SIGNERS, not from the pack', 'zh-CN': '你信任谁：ssh-keygen 的 ALLOWED SIGNERS 格式的密钥清单，不能取自包内' } },
      { flags: '--fingerprint <sha256>', text: { en: 'the key you trust, SHA256:… as the hand-over letter says; several separated by commas', 'zh-CN': '你信任的密钥，按移交函写成 SHA256:…；多个用逗号分开' } },
      { flags: '--digest <sha512>', text: { en: 'the sha512 of tagmanifest-sha512.txt that the hand-over letter states', 'zh-CN': '移交函上写明的 tagmanifest-sha512.txt 的 sha512' } },
      { flags: '--against <dir|ref>', text: { en: 'does the pack equal this manual: a folder, or a commit of the workspace you stand in', 'zh-CN': '证据包是否等同于这份手册：文件夹，或当前工作区的一个提交' } },
      { flags: '-f, --format <name>', text: { en: 'how to report', 'zh-CN': '报告格式' }, choices: ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'md'], fallback: 'pretty' },
      output,
      { flags: '--fail-on <severity>', text: { en: 'lowest severity that makes the exit code 1', 'zh-CN': '从哪一级起以退出码 1 结束' }, choices: ['error', 'warning', 'info'], fallback: 'error' },
    ],
    load: () => import('../verify.ts'),
  },
];
