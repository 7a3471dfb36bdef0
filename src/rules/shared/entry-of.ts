import { pointerKeys, type Spot } from '#model/place.ts';

/** The document, or the entry of a register's list (`/objectives/3`), that a place lies in. */
export function entryOf(at: Spot): string {
  const [list = '', index = ''] = 'pointer' in at && !/\.md$/i.test(at.path) ? pointerKeys(at.pointer) : [];
  return `${at.path} ${/^\d+$/.test(index) ? `${list} ${index}` : ''}`;
}
