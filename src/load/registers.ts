import type { FileFacts } from '#model/facts.ts';
import { escapeKey, type Entry } from '#model/place.ts';
import type { Registers } from '#model/project.ts';

/** Which list of which kind becomes which list of the project. `''` is the register as a whole. */
const lists: readonly (readonly [kind: string, key: string, name: keyof Registers])[] = [
  ['organization', '', 'organizations'], ['organization', 'units', 'units'], ['organization', 'sites', 'sites'], ['organization', 'posts', 'posts'],
  ['organization', 'people', 'people'], ['organization', 'bodies', 'bodies'], ['responsibilities', 'clauses', 'responsibilities'],
  ['processes', 'processes', 'processes'], ['exclusions', 'exclusions', 'exclusions'], ['exclusions', 'considered', 'considered'],
  ['external-documents', 'documents', 'externals'], ['objectives', 'promises', 'promises'], ['objectives', 'objectives', 'objectives'],
  ['measurements', 'measurements', 'measurements'], ['suppliers', 'suppliers', 'suppliers'], ['training', 'courses', 'courses'],
  ['infrastructure', 'assets', 'assets'], ['infrastructure', 'environment', 'environment'], ['devices', 'devices', 'devices'],
  ['designs', 'projects', 'designs'], ['channels', 'channels', 'channels'], ['surveys', 'surveys', 'surveys'], ['analyses', 'analyses', 'analyses'],
  ['actions', 'actions', 'actions'], ['distribution', 'copies', 'copies'], ['record', '', 'records'],
  ['case-ledger', 'cases', 'cases'], ['stock', 'ledgers', 'stocks'], ['licensing', '', 'licensing'], ['licensing', 'items', 'licenceItems'],
  ['enforcement', '', 'enforcement'], ['consumer', '', 'consumer'], ['support', '', 'support'],
  ['audit-programme', '', 'programmes'], ['audit-programme', 'audits', 'audits'], ['audit-plan', '', 'plans'], ['audit-checklist', '', 'checklists'],
  ['audit-report', '', 'reports'], ['nonconformity', '', 'nonconformities'], ['management-review', '', 'reviews'], ['management-review', 'decisions', 'decisions'],
];

/** The lists of a kind whose elements are entries of their own. */
export function entryLists(kind: string): string[] {
  return lists.filter(([of, key]) => of === kind && key !== '').map(([, key]) => key);
}

/** All entries of all registers, in order of path and of the file. */
export function collectRegisters(files: readonly FileFacts[]): Registers {
  const registers = Object.fromEntries(lists.map(([, , name]) => [name, [] as Entry<unknown>[]])) as Record<string, Entry<unknown>[]>;
  for (const file of files) {
    if (file.form !== 'register' || file.data === null) continue;
    for (const [kind, key, name] of lists) {
      if (kind === file.kind) for (const entry of entriesOf(file, key)) (registers[name] as Entry<unknown>[]).push(entry);
    }
  }
  return registers as unknown as Registers;
}

function entriesOf(file: FileFacts, key: string): Entry<unknown>[] {
  const data = file.data as Record<string, unknown>;
  if (key === '') return [{ value: whole(data), path: file.path, pointer: '' }];
  const list = data[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => (value === null ? [] : [{
    value, path: file.path, pointer: `/${escapeKey(key)}/${index}`, ...(typeof data['block'] === 'string' ? { block: data['block'] } : {}),
  }]));
}

/** A register seen as one: its lists without what was dropped. */
function whole(data: Record<string, unknown>): Record<string, unknown> {
  if (!Object.values(data).some((value) => Array.isArray(value) && value.includes(null))) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Array.isArray(value) ? value.filter((entry) => entry !== null) : value]));
}
