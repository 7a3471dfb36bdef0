import type { Args } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

interface Wrong { readonly pattern: RegExp; readonly text: Text; readonly near?: Text }

/** What commander says of wrong use, by its codes: the pattern takes the words typed out of its English sentence. */
export const wrongUse: Readonly<Record<string, readonly Wrong[]>> = {
  'commander.unknownOption': [{
    pattern: /^error: unknown option '(?<option>[^]*?)'(?:\n\(Did you mean (?:one of )?(?<near>.+)\?\))?$/,
    text: t('There is no option {option}.', '没有选项 {option}。'), near: t('There is no option {option}. Did you mean {near}?', '没有选项 {option}。是不是 {near}？'),
  }],
  'commander.unknownCommand': [{
    pattern: /^error: unknown command '(?<command>[^]*?)'(?:\n\(Did you mean (?:one of )?(?<near>.+)\?\))?$/,
    text: t('There is no command {command}.', '没有命令 {command}。'), near: t('There is no command {command}. Did you mean {near}?', '没有命令 {command}。是不是 {near}？'),
  }],
  'commander.missingArgument': [{ pattern: /^error: missing required argument '(?<argument>[^]*)'$/, text: t('The argument {argument} is missing.', '缺少参数 {argument}。') }],
  'commander.optionMissingArgument': [{ pattern: /^error: option '(?<option>[^]*)' argument missing$/, text: t('The option {option} needs a value.', '选项 {option} 须带一个值。') }],
  'commander.missingMandatoryOptionValue': [{ pattern: /^error: required option '(?<option>[^]*)' not specified$/, text: t('The option {option} must be given.', '必须给出选项 {option}。') }],
  'commander.conflictingOption': [{
    pattern: /^error: option '(?<option>[^]*)' cannot be used with option '(?<other>[^]*)'$/,
    text: t('The options {option} and {other} exclude each other.', '选项 {option} 与 {other} 不能同时使用。'),
  }],
  'commander.invalidArgument': [
    {
      pattern: /^error: option '(?<option>[^]*?)' argument '(?<value>[^]*)' is invalid\. Allowed choices are (?<choices>[^]*)\.$/,
      text: t('The option {option} does not take "{value}"; it takes {choices}.', '选项 {option} 不接受“{value}”；可用的值：{choices}。'),
    },
    {
      pattern: /^error: (?:option|command-argument value) '(?<option>[^]*?)'(?: argument '(?<value>[^]*?)')? is invalid(?<rest>[^]*)$/,
      text: t('The value of {option} is not allowed.', '{option} 的值不可用。'),
    },
  ],
  'commander.excessArguments': [{
    pattern: /^error: too many arguments(?: for '(?<command>[^]*)')?\. Expected (?<expected>\d+) arguments? but got (?<got>\d+)/,
    text: t('{command} takes at most {expected} arguments, {got} were given.', '{command} 最多接受 {expected} 个参数，给了 {got} 个。'),
  }],
  'commander.help': [{ pattern: /^/, text: t('No command was given.', '没有给出命令。') }],
};

/** Commander's complaint as a sentence of ours; its own words where it says something new. */
export function wrongUseOf(code: string, message: string): { text: Text; args: Args } {
  for (const { pattern, text, near } of wrongUse[code] ?? []) {
    const match = pattern.exec(message);
    if (match) {
      const args = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, value ?? '']));
      return { text: near && args['near'] ? near : text, args };
    }
  }
  const problem = message.replace(/^error: /, '');
  return { text: { en: '{problem}', 'zh-CN': '{problem}' }, args: { problem } };
}
