import type { Env } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import type { PackFile } from '#pack/file.ts';

/** Each file shown as it is made, and none made any more after Ctrl-C. */
export function watched(payload: readonly PackFile[], env: Env): PackFile[] {
  const { signal } = env;
  const total = payload.length;
  let done = 0;
  return payload.map(({ path, bytes }) => ({
    path,
    bytes: async () => {
      if (signal.aborted) throw new UsageError({ en: 'Interrupted; nothing was written.', 'zh-CN': '已中断；没有写入任何内容。' });
      env.progress({ done, total, name: path });
      const content = await bytes();
      env.progress({ done: ++done, total, name: path });
      return content;
    },
  }));
}
