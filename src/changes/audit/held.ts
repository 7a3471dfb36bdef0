import { isMap, type YAMLMap } from 'yaml';
import { pointerKeys } from '#model/place.ts';
import { editYaml } from '../edit-yaml.ts';

/** The programme with an audit entered as held; what the entry says already is kept. */
export function markHeld(programme: string, pointer: string, day: string): string {
  return editYaml(programme, (document) => {
    const audit = document.getIn(pointerKeys(pointer)) as YAMLMap | undefined;
    if (!isMap(audit)) return;
    if (!audit.has('held')) audit.set('held', day);
    if (audit.get('status') === 'planned' || audit.get('status') === 'postponed') audit.set('status', 'held');
  });
}
