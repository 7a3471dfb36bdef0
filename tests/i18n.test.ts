import { expect, test } from 'vitest';
import { codes } from '#commands/catalogue.ts';
import { commands } from '#commands/index.ts';
import { placeholders } from '#i18n/format.ts';
import { surface } from '#i18n/surface.ts';
import { words } from '#i18n/words.ts';
import { locales, type Text } from '#model/text.ts';

function textsIn(value: unknown, path: string): [string, Text][] {
  if (typeof value !== 'object' || value === null) return [];
  if (locales.every((locale) => locale in value)) return [[path, value as Text]];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

const texts = [
  ...[...codes.values()].flatMap((def) => textsIn({ title: def.title, why: def.why, messages: def.messages }, def.code)),
  ...textsIn(words, 'words'), ...textsIn(surface, 'surface'), ...commands.flatMap((command) => textsIn(command, `command ${command.name}`)),
];

test.each(texts)('%s says the same with the same place-holders in both languages', (_, text) => {
  for (const locale of locales) expect(text[locale].trim()).not.toBe('');
  expect(placeholders(text['zh-CN'])).toEqual(placeholders(text.en));
});

test.each(texts.filter(([path]) => path !== 'words.hint'))('%s: Chinese uses full-width punctuation', (_, text) => {
  expect(text['zh-CN'].replace(/`[^`]*`/g, '')).not.toMatch(/[\u4e00-\u9fff][,;!?](?!\s*\w)|[\u4e00-\u9fff]:(?!\/)/);
});

test('codes are area/name, permanent words in lower case', () => {
  for (const code of codes.keys()) expect(code).toMatch(/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
});
