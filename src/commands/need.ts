import { optionText, type Choice, type Env, type Given, type Question } from '#model/command.ts';
import { allWords, type Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';

/** A hint that names more values than this is not read. */
const MAX_TOLD = 15;

/**
 * The value of an option that a command cannot do without: as given, else asked for at a terminal, else what is proposed; `name` is camel-cased as in Given.
 * Throws UsageError that names the flag when a script gives none, or anybody one that is not allowed. '' only where the question is optional.
 */
export async function need(given: Given, env: Env, name: string, text: Text, more: Omit<Question, 'text'> = {}): Promise<string> {
  const { choices, check, proposal, optional } = more;
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const value = optionText(given, name)?.trim();
  if (!value && env.ask && choices?.length !== 0) return env.ask({ text, ...more });
  if (!value && (proposal || optional)) return proposal ?? '';
  if (!value) throw new UsageError({ en: '{flag} is missing: {question}', 'zh-CN': '缺少 {flag}：{question}' }, { flag, question: text, ...told(choices) }, choices && known);
  const wrong = check?.(value);
  if (wrong) throw new UsageError({ en: '{flag}: {wrong}', 'zh-CN': '{flag}：{wrong}' }, { flag, wrong });
  if (choices && !choices.some((choice) => choice.value === value)) {
    throw new UsageError({ en: '{flag} does not take "{value}".', 'zh-CN': '{flag} 不能是“{value}”。' }, { flag, value, ...told(choices) }, known);
  }
  return value;
}

const known: Text = { en: 'It takes: {known}', 'zh-CN': '可用的值：{known}' };

/** The choices as they are told to somebody who cannot pick from a list: `p1 (A. Person)`. */
function told(choices: readonly Choice[] | undefined): { known: Text } {
  const list = (locale: 'en' | 'zh-CN'): string[] => (choices ?? []).map(({ value, label }) => {
    const words = typeof label === 'string' ? label : label[locale] ?? allWords(label)[0] ?? '';
    return words === '' || words === value ? value : locale === 'en' ? `${value} (${words})` : `${value}（${words}）`;
  });
  const shorten = (words: readonly string[], comma: string): string => [...words.slice(0, MAX_TOLD), ...(words.length > MAX_TOLD ? ['…'] : [])].join(comma);
  return { known: { en: shorten(list('en'), ', '), 'zh-CN': shorten(list('zh-CN'), '、') } };
}
