// Spoils real texts without end and holds the quick readers against the general parsers: the same values, or left to them. `npm run agree -- 100000 7`: so many texts, another seed.
import { compareMarkdown, markdownBits, ourMarkdown, smallMarkdown } from '../tests/load/markdown-texts.ts';
import { spoiltTexts } from '../tests/load/spoilt-texts.ts';
import { compareYaml, ourYaml, smallYaml, yamlBits } from '../tests/load/yaml-texts.ts';

const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const readers = [['YAML', [...ourYaml().filter(({ length }) => length < 3000), ...smallYaml], yamlBits, compareYaml], ['Markdown', [...ourMarkdown().filter(({ length }) => length < 2000), ...smallMarkdown, ...smallMarkdown.slice(-12), ...smallMarkdown.slice(-12)], markdownBits, compareMarkdown]];
for (const [name, texts, bits, compare] of readers) {
  const tally = { equal: 0, left: 0, different: 0 };
  for (const text of spoiltTexts(texts, bits, seed).take(count)) {
    const said = compare(text);
    tally[Object.hasOwn(tally, said) ? said : 'different']++;
    if (said !== 'equal' && said !== 'left') console.log(said);
  }
  console.log(`${name}: ${count} texts, ${tally.equal} read alike, ${tally.left} left to the general parser, ${tally.different} different`);
  if (tally.different > 0) process.exitCode = 1;
}
