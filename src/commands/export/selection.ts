import { optionText, type Given } from '#model/command.ts';
import type { ScopeWish } from '#views/evidence/scope.ts';

/** What --clauses, --blocks and --audit ask for; several may stand in one word, with commas. */
export function selectionAsked(given: Given): ScopeWish {
  const words = (name: string): string[] => ((given.options[name] as readonly string[] | undefined) ?? []).flatMap((one) => one.split(',')).map((one) => one.trim()).filter((one) => one !== '');
  return { clauses: words('clauses'), blocks: words('blocks'), audit: optionText(given, 'audit') };
}

/** The same as a line of bag-info.txt, from which `verify --against` makes the pack anew; '' where all was packed. */
export function selectionLine({ clauses, blocks, audit }: ScopeWish): string {
  return [...(clauses.length > 0 ? [`clauses=${clauses.join(',')}`] : []), ...(blocks.length > 0 ? [`blocks=${blocks.join(',')}`] : []), ...(audit === undefined ? [] : [`audit=${audit}`])].join('; ');
}

/** What such a line says. */
export function selectionOf(line: string): ScopeWish {
  const fields = new Map(line.split('; ').map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const));
  const words = (name: string): string[] => (fields.get(name) ?? '').split(',').filter((one) => one !== '');
  return { clauses: words('clauses'), blocks: words('blocks'), audit: fields.get('audit') };
}
