import type { Project } from '#model/project.ts';
import type { Locale } from '#model/text.ts';
import type { NewFile } from './new-document.ts';
import { nextNumber, patternOf } from './next-number.ts';

interface Schema { readonly title?: string; readonly 'x-title'?: { readonly 'zh-CN'?: string }; readonly required?: readonly string[]; readonly properties?: Readonly<Record<string, Property>> }
interface Property { readonly description?: string; readonly type?: string; readonly $ref?: string; readonly items?: Property & Schema }

/** An empty register of a kind, with a comment for each field taken from its schema; numbered where the numbering has a pattern for the kind. */
export function newRegister(kind: string, schema: Schema, project: Project, language: Locale, path: string | undefined): NewFile {
  const pattern = patternOf(project.config.numbering, numberingName(kind));
  const year = project.today.slice(0, 4);
  const taken = [...project.registers.nonconformities, ...project.registers.plans, ...project.registers.audits, ...project.registers.reviews].map(({ value }) => value.id);
  const id = (pattern && nextNumber(pattern, { year }, project.config.numbering, taken)) || '';
  const title = language === 'zh-CN' ? schema['x-title']?.['zh-CN'] ?? schema.title : schema.title;
  const lines = Object.entries(schema.properties ?? {}).filter(([key]) => key !== 'kind').map(([key, property]) => line(key, property, schema, { id, year, language }));
  const name = id || kind;
  return { id: name, path: path ?? (id ? `${kind === 'nonconformity' ? 'nonconformities' : 'audits'}/${year}/${name}${kind === 'nonconformity' ? '' : `-${kind}`}.yaml` : `${kind}.yaml`), text: [`# ${title ?? kind}`, `kind: ${kind}`, ...lines, ''].join('\n') };
}

function numberingName(kind: string): string {
  return kind === 'audit-plan' ? 'audit' : kind;
}

/** Fields that must be there stand open, the others as comments to be uncommented. */
function line(key: string, property: Property, schema: Schema, given: { id: string; year: string; language: Locale }): string {
  const comment = hint(property.description, given.language);
  const isList = property.type === 'array';
  const value = key === 'id' ? given.id : key === 'year' ? JSON.stringify(given.year) : isList ? '[]' : '';
  const fields = isList ? Object.entries(property.items?.properties ?? {}).map(([name, inner]) => `#     ${name}: ${hint(inner.description, given.language)}`) : [];
  const open = schema.required?.includes(key) || value !== '';
  return [`${open ? '' : '# '}${key}: ${value}`.trimEnd() + (comment ? ` # ${comment}` : ''), ...fields].join('\n');
}

/** "English. / 中文。" → the half in the reader's language. */
function hint(description: string | undefined, language: Locale): string {
  const [en = '', zh = ''] = (description ?? '').split(' / ');
  return (language === 'zh-CN' ? zh || en : en).replace(/\s+/g, ' ').trim();
}
