import { listed } from '#model/listed.ts';
import { wordsIn, type Text, type Wording } from '#model/text.ts';

/** Units told in one message. */
const MOST = 10;

/** "Legal division (4.2.3, 8.3); Office (5.3)": clauses by unit, as a value of a message. */
export function byUnit(found: readonly { readonly unit: string; readonly clause: string }[], nameOf: (unit: string) => Wording): Text {
  const units = [...Map.groupBy(found, ({ unit }) => unit)].map(([unit, own]): Text => {
    const clauses = listed([...new Set(own.map(({ clause }) => clause))]);
    return { en: `${wordsIn(nameOf(unit), 'en')} (${clauses.en})`, 'zh-CN': `${wordsIn(nameOf(unit), 'zh-CN')}（${clauses['zh-CN']}）` };
  });
  const more = units.length - MOST;
  const told = listed(units.slice(0, MOST));
  return more <= 0 ? told : { en: `${told.en} and ${more} more units`, 'zh-CN': `${told['zh-CN']}等${units.length}个部门` };
}
