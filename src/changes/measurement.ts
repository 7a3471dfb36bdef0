import { isMap, isSeq, type YAMLSeq } from 'yaml';
import type { FileFacts } from '#model/facts.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { Measurement } from '#model/system.ts';
import { editYaml } from './edit-yaml.ts';

/** Where a value belongs: the register that already holds values of the objective for that year, else of that year, else a new one beside the objectives. */
export function measurementsPath(files: readonly FileFacts[], { objective, period }: Measurement, beside: string): string {
  const year = period.slice(0, 4);
  const registers = files.filter(({ kind, form, data }) => kind === 'measurements' && form === 'register' && data !== null)
    .map(({ path, data }) => ({ path, list: ((data as { measurements?: readonly (Measurement | null)[] }).measurements ?? []).filter((one) => one !== null) }));
  const ofYear = registers.filter(({ list }) => list.some((one) => one.period.startsWith(year)));
  const found = ofYear.find(({ list }) => list.some((one) => one.objective === objective)) ?? ofYear[0];
  return found?.path ?? `${beside.slice(0, beside.lastIndexOf('/') + 1)}measurements-${year}.yaml`;
}

/** The register with one value more, after the earlier ones of the same objective. '' as the text starts a register. */
export function addMeasurement(text: string, measurement: Measurement): string {
  return editYaml(text || 'kind: measurements\nmeasurements: []\n', (document) => {
    const node = document.createNode(measurement, { flow: true });
    for (const key of ['objective', 'period']) quote(node.get(key, true));
    const list = document.get('measurements') as YAMLSeq | undefined;
    if (!isSeq(list)) return document.set('measurements', document.createNode([node]));
    list.flow = false;
    const before = list.items.findLastIndex((item) => isMap(item) && item.get('objective') === measurement.objective && compareCodePoints(String(item.get('period')), measurement.period) < 0);
    const same = list.items.findLastIndex((item) => isMap(item) && item.get('objective') === measurement.objective);
    list.items.splice(before >= 0 ? before + 1 : same >= 0 ? same : list.items.length, 0, node);
  });
}

/** A period such as 2004 stays a string for every reader. */
function quote(scalar: unknown): void {
  if (/^\d/.test(String((scalar as { value: unknown }).value))) (scalar as { type?: string }).type = 'QUOTE_DOUBLE';
}
