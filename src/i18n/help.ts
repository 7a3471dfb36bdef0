import type { Locale, Text } from '#model/text.ts';
import { surface } from './surface.ts';

/** The parts of commander's Option that help shows. */
interface ShownOption { readonly description: string; readonly argChoices?: string[] | undefined; readonly defaultValue?: unknown }
interface ShownCommand { readonly name: () => string; readonly usage: () => string; readonly parent: ShownCommand | null }

const choices: Text = { en: 'choices: {choices}', 'zh-CN': '可选：{choices}' };
const fallback: Text = { en: 'default: {value}', 'zh-CN': '默认：{value}' };

/** Commander's help in one language: titles, usage lines, choices and defaults. */
export function helpIn(locale: Locale): {
  styleTitle(title: string): string; optionDescription(option: ShownOption): string; commandUsage(command: ShownCommand): string; subcommandTerm(command: ShownCommand & ShownArguments): string;
} {
  const [comma, semicolon, open, close] = locale === 'zh-CN' ? ['、', '；', '（', '）'] as const : [', ', '; ', ' (', ')'] as const;
  const usageWords = (usage: string): string => usage.replace('[options]', surface.options[locale]).replace('[command]', surface.command[locale]);
  return {
    styleTitle: (title) => surface.titles[title]?.[locale] ?? title,
    optionDescription({ description, argChoices, defaultValue }) {
      const more = [
        ...(argChoices ? [choices[locale].replace('{choices}', () => argChoices.join(comma))] : []),
        ...(typeof defaultValue === 'string' ? [fallback[locale].replace('{value}', () => defaultValue)] : []),
      ];
      return more.length > 0 ? `${description}${open}${more.join(semicolon)}${close}` : description;
    },
    commandUsage(command) {
      const names: string[] = [];
      for (let at: ShownCommand | null = command; at; at = at.parent) names.unshift(at.name());
      return `${names.join(' ')} ${usageWords(command.usage())}`.trim();
    },
    subcommandTerm: (command) => [command.name(), ...(command.options.some(({ long }) => long !== '--help') ? [surface.options[locale]] : []), ...command.registeredArguments.map(term)].join(' '),
  };
}

interface ShownArguments { readonly options: readonly { readonly long?: string | undefined }[]; readonly registeredArguments: readonly ShownArgument[] }
interface ShownArgument { readonly required: boolean; readonly variadic: boolean; name(): string }

function term(argument: ShownArgument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
