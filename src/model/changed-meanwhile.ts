import type { Text } from './text.ts';

/** Why nothing is written to `path`: between our reading and our writing it became another. */
export const changedMeanwhile: Text = { en: '{path} was changed by somebody else meanwhile; nothing was written.', 'zh-CN': '{path} 刚被别人改动；什么也没有写入。' };
