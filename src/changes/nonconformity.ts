import { isSeq, YAMLMap, YAMLSeq, type Document, type Pair, type Scalar } from 'yaml';
import type { Nonconformity } from '#model/audit.ts';
import { treatment } from '#model/nonconformity-steps.ts';
import type { Project } from '#model/project.ts';
import { editYaml } from './edit-yaml.ts';
import type { NewFile } from './new-document.ts';
import { nextNumber, patternOf } from './next-number.ts';
import { insertField, syncMap, type FieldOrder } from './sync-yaml.ts';

/** The file of a report after a step: what the step filled in stands where the schema has it, everything else stays, comments too. */
export function editReport(text: string, before: Nonconformity, after: Nonconformity, schema: FieldOrder): string {
  return editYaml(text, (document) => {
    const map = document.contents as unknown as YAMLMap;
    const reopened = (after.rounds?.length ?? 0) > (before.rounds?.length ?? 0);
    syncMap(map, reopened ? setAside(map, before, after, document, schema) : { ...before }, { ...after }, schema, document);
  });
}

/** Moves the nodes of the round that did not last, with their comments, and tells what then stands in the file. */
function setAside(map: YAMLMap, before: Nonconformity, after: Nonconformity, document: Document, schema: FieldOrder): Record<string, unknown> {
  const isWork = ({ key }: Pair): boolean => (treatment as readonly string[]).includes(String((key as Scalar).value));
  const round = new YAMLMap(document.schema);
  round.items.push(...map.items.filter(isWork));
  map.items = map.items.filter((pair) => !isWork(pair));
  const moved = Object.fromEntries(treatment.flatMap((key) => (before[key] === undefined ? [] : [[key, before[key]]])));
  const list = schema.properties?.['rounds'] as { readonly items?: FieldOrder } | undefined;
  syncMap(round, moved, { ...moved, ...after.rounds?.at(-1) }, list?.items ?? {}, document);
  const rounds = map.get('rounds');
  if (isSeq(rounds)) rounds.add(round);
  else insertField(map, 'rounds', Object.assign(new YAMLSeq(document.schema), { items: [round] }), schema, document);
  const kept = Object.entries(before).filter(([key]) => !(treatment as readonly string[]).includes(key));
  return { ...Object.fromEntries(kept), rounds: after.rounds };
}

/** Number and place of the next report, those `taken` meanwhile passed over; null where qms.yaml gives reports no numbers. */
export function nextReport(project: Project, taken: readonly string[] = []): Omit<NewFile, 'text'> | null {
  const year = project.today.slice(0, 4);
  const paths = project.registers.nonconformities.map(({ path }) => path);
  const last = paths.at(-1);
  const folder = last === undefined ? `nonconformities/${year}/` : last.slice(0, last.lastIndexOf('/') + 1).replace(/(?<=^|\/)\d{4}(?=\/$)/, year);
  // A file that cannot be read still holds its number.
  const names = project.files.flatMap(({ path }) => (path.startsWith(folder) ? [path.slice(folder.length).replace(/\.ya?ml$/, '')] : []));
  const pattern = patternOf(project.config.numbering, 'nonconformity');
  const id = pattern && nextNumber(pattern, { year }, project.config.numbering, [...project.registers.nonconformities.map(({ value }) => value.id), ...names, ...taken]);
  return id ? { id, path: `${folder}${id.slice(id.lastIndexOf('/') + 1)}.yaml` } : null;
}

/** A report as a new file. */
export function newReport(report: Nonconformity, schema: FieldOrder): string {
  return editReport('kind: nonconformity\n', { kind: 'nonconformity' } as unknown as Nonconformity, { kind: 'nonconformity', ...report } as Nonconformity, schema);
}
