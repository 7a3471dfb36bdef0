import { defaultThresholds, type Config, type Numbering } from '#model/config.ts';

/** Values of qms.yaml (already checked against its schema, or null) → configuration with defaults. */
export function readConfig(data: unknown): Config {
  const given = (data ?? {}) as Partial<Config>;
  return {
    standard: given.standard ?? '',
    language: given.language ?? 'zh-CN',
    organization: given.organization ?? '',
    ...(given.today === undefined ? {} : { today: given.today }),
    ...(given.building_until === undefined ? {} : { building_until: given.building_until }),
    ignore: given.ignore ?? [],
    numbering: given.numbering ?? {},
    thresholds: { ...defaultThresholds, ...given.thresholds },
    rules: given.rules ?? {},
    schemas: given.schemas ?? [],
    ...(given.baseline === undefined ? {} : { baseline: given.baseline }),
    render: { theme: given.render?.theme ?? 'plain' },
    approval: given.approval ?? {},
    auditing: given.auditing ?? {},
  };
}

const anyControlledNumber = /(?<![A-Za-z0-9/_-])[A-Z]{2,12}\/[A-Z]{2,4}-[A-Z0-9]+(?:[.-][A-Z0-9]+)*/.source;

/** What a controlled number looks like in running text: the numbering patterns, or prefix/type-serial where there are none. */
export function idPattern(numbering: Numbering): RegExp {
  const prefixes = new Set(patterns(numbering).flatMap((pattern) => /^([A-Za-z]+\/)/.exec(pattern)?.[1] ?? []));
  if (prefixes.size === 0) return new RegExp(anyControlledNumber, 'g');
  const heads = [...prefixes].sort().map((prefix) => prefix.replace('/', '\\/')).join('|');
  return new RegExp(`(?<![A-Za-z0-9/_-])(?:${heads})[A-Z]{2,4}-[A-Z0-9]+(?:[.-][A-Z0-9]+)*(?:/\\d{4}-\\d+)?`, 'g');
}

function patterns(numbering: Numbering): string[] {
  return Object.entries(numbering).filter(([name]) => name !== 'blocks').flatMap(([, value]) => value as string | string[]);
}
