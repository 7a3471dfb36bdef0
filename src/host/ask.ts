import { isCancel, select, text } from '@clack/prompts';
import type { Question } from '#model/command.ts';
import { wordsIn, type Locale } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';

/** More choices than this are not shown but typed: an id, a name, or enough of either. */
const MAX_SHOWN = 15;

/** Puts a question at the terminal, on stderr: stdout is for data. Throws UsageError when the reader breaks off. */
export async function askAtTerminal({ text: question, choices, check, proposal, optional }: Question, locale: Locale): Promise<string> {
  const streams = { input: process.stdin, output: process.stderr };
  const message = question[locale];
  const options = choices?.map(({ value, label }) => ({ value, label: wordsIn(label, locale) || value }));
  if (options && options.length <= MAX_SHOWN) return answered(await select({ message, options: optional ? [...options, { value: '', label: wordsIn(none, locale) }] : options, showInstructions: false, ...streams, ...(proposal ? { initialValue: proposal } : {}) }));
  const meant = (typed: string): string | undefined => (options ? meantBy(typed, options) : typed || undefined);
  const answer = answered(await text({
    message, ...streams, ...(proposal ? { initialValue: proposal } : {}),
    validate: (typed = '') => {
      if (optional && typed.trim() === '') return undefined;
      const value = meant(typed.trim());
      return value === undefined ? wordsIn(options && typed.trim() ? unclear : empty, locale) : check?.(value)?.[locale];
    },
  }));
  return meant((answer ?? '').trim()) ?? '';
}

const none = { en: '(none)', 'zh-CN': '（不填）' };
const empty = { en: 'An answer is needed here.', 'zh-CN': '此处须填写。' };
const unclear = { en: 'This names none, or more than one. Type an id or a full name.', 'zh-CN': '没有对上，或不止一个。请输入编号或全名。' };

/** The one choice that the words typed name. */
function meantBy(typed: string, options: readonly { readonly value: string; readonly label: string }[]): string | undefined {
  const exact = options.filter(({ value, label }) => value === typed || label === typed);
  const near = exact.length > 0 ? exact : options.filter(({ value, label }) => typed !== '' && (value.includes(typed) || label.includes(typed)));
  return near.length === 1 ? near[0]?.value : undefined;
}

function answered(answer: string | symbol): string {
  if (isCancel(answer)) throw new UsageError({ en: 'Broken off; nothing was written.', 'zh-CN': '已中止，没有写入任何内容。' });
  return answer as string;
}
