import { commands } from '#commands/index.ts';

/** Arguments by which every command that prints something prints it about the example manual; those of several tell more than one thing. */
const told: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'validate': [[]], 'explain': [['document/duplicate-id'], ['8.2.2-c']], 'matrix': [[], ['--by', 'unit', '--level', 'item']], 'exclusions': [[]],
  'register': ['documents', 'forms', 'records', 'external', 'distribution', 'auditors'].map((name) => [name]),
  'evidence': [[], ['8.2.2']], 'history': [['HL/QP-01']], 'diff': [['HL/QP-01']], 'impact': [[]],
  'audit programme': [['2004']], 'audit plan': [['IA-2005-02']], 'audit status': [[]], 'audit checklist': [['IA-2004-01', '--unit', 'production']], 'audit report': [['IA-2004-01']],
  'nc list': [[]], 'nc show': [['NC-2004-001']], 'nc report': [[]], 'objectives': [[], ['--objective', 'OB-01']], 'review': [['2004']],
};

/** A command with its arguments and one of its formats, to standard output or, where that format is no text, to a file. */
export interface Printing { readonly name: string; readonly args: readonly string[]; readonly format: string }

/** Every command that prints × all it tells × every format. */
export const printings: readonly Printing[] = commands.flatMap(({ name, options = [] }) => (told[name] ?? []).flatMap((args) => {
  const formats = options.find(({ flags }) => flags.includes('--format'))?.choices ?? [''];
  return formats.map((format) => ({ name, format, args: [...name.split(' '), ...args, ...(format ? ['--format', format] : []), ...(isBinary(format) ? ['--output', `out.${format}`] : [])] }));
}));

export function isBinary(format: string): boolean {
  return ['xlsx', 'pdf'].includes(format);
}

/** Commands that print, and of which no arguments are known here. */
export const untold: readonly string[] = commands.filter(({ name, options = [] }) => options.some(({ flags }) => flags.includes('--format')) && told[name] === undefined).map(({ name }) => name);

/** What has to be there for all of it to have something to tell. */
export const beforeTelling: readonly (readonly string[])[] = [['init', '--example'], ['audit', 'programme', '2005', '--propose'], ['audit', 'plan', 'IA-2005-02', '--propose']];
