import type { SchemaError } from '#model/assets.ts';
import type { Text } from '#model/text.ts';

const problems: Readonly<Record<string, (limit: string) => Text>> = {
  minItems: (limit) => ({ en: `at least ${limit} entries are needed`, 'zh-CN': `至少要有 ${limit} 项` }),
  maxItems: (limit) => ({ en: `at most ${limit} entries are allowed`, 'zh-CN': `最多 ${limit} 项` }),
  minLength: (limit) => ({ en: `at least ${limit} characters are needed`, 'zh-CN': `至少要有 ${limit} 个字符` }),
  maxLength: (limit) => ({ en: `at most ${limit} characters are allowed`, 'zh-CN': `最多 ${limit} 个字符` }),
  minimum: (limit) => ({ en: `must be ${limit} or more`, 'zh-CN': `不得小于 ${limit}` }),
  maximum: (limit) => ({ en: `must be ${limit} or less`, 'zh-CN': `不得大于 ${limit}` }),
  exclusiveMinimum: (limit) => ({ en: `must be more than ${limit}`, 'zh-CN': `须大于 ${limit}` }),
  exclusiveMaximum: (limit) => ({ en: `must be less than ${limit}`, 'zh-CN': `须小于 ${limit}` }),
  multipleOf: (limit) => ({ en: `must be a multiple of ${limit}`, 'zh-CN': `须是 ${limit} 的倍数` }),
  minProperties: (limit) => ({ en: `at least ${limit} fields are needed`, 'zh-CN': `至少要有 ${limit} 个字段` }),
  maxProperties: (limit) => ({ en: `at most ${limit} fields are allowed`, 'zh-CN': `最多 ${limit} 个字段` }),
  uniqueItems: () => ({ en: 'an entry stands in the list twice', 'zh-CN': '列表里有重复的项' }),
  contains: () => ({ en: 'the list lacks an entry that it must have', 'zh-CN': '列表缺少必须有的项' }),
  anyOf: () => ({ en: 'fits none of the allowed forms', 'zh-CN': '不符合任何一种允许的写法' }),
  oneOf: () => ({ en: 'must fit exactly one of the allowed forms', 'zh-CN': '须恰好符合一种允许的写法' }),
  not: () => ({ en: 'has a form that is not allowed', 'zh-CN': '写法不允许' }),
  propertyNames: () => ({ en: 'has a field whose name is not allowed', 'zh-CN': '有不允许的字段名' }),
  'false schema': () => ({ en: 'must not stand here', 'zh-CN': '这里不应有此项' }),
};

/** What a schema demands, in both languages; other keywords in the validator's own words. */
export function problemOf({ keyword, params, message }: SchemaError): Text {
  if (keyword === 'dependentRequired' || keyword === 'dependencies') {
    const missing = String(params['missingProperty']);
    return { en: `the field ${missing} must stand beside it`, 'zh-CN': `须同时有字段 ${missing}` };
  }
  return problems[keyword]?.(String(params['limit'] ?? params['multipleOf'] ?? '')) ?? { en: message ?? keyword, 'zh-CN': message ?? keyword };
}

const forms: Readonly<Record<string, Text>> = {
  date: { en: 'YYYY-MM-DD, a day of the calendar', 'zh-CN': 'YYYY-MM-DD，且须是真实的日期' },
  'date-time': { en: '2004-12-31T08:00:00Z', 'zh-CN': '2004-12-31T08:00:00Z' },
  '^\\S(.*\\S)?$': { en: 'text without spaces at either end', 'zh-CN': '首尾没有空格的文字' },
};

/** A pattern or format in words where there are some. */
export function formOf(pattern: unknown): Text | string {
  return forms[String(pattern)] ?? String(pattern);
}
