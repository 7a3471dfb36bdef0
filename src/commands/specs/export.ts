import type { CommandSpec } from '#model/command.ts';
import { asOf, output } from './options.ts';

/** What leaves the house. */
export const handOver: readonly CommandSpec[] = [
  {
    name: 'export',
    summary: { en: 'pack the evidence for a certifier', 'zh-CN': '导出供认证机构查验的证据包' },
    options: [
      { ...output, text: { en: 'the pack, a file that ends in .zip', 'zh-CN': '写入的证据包文件（以 .zip 结尾）' } },
      asOf,
      { flags: '--with-findings', text: { en: 'pack although the check finds errors; they go into the pack and it says so', 'zh-CN': '检查有错误也导出；错误一并放入，并在包内写明' } },
    ],
    load: () => import('../export.ts'),
  },
];
