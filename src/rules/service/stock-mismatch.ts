import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { wordsIn, type Wording } from '#model/text.ts';
import { periodAfter, periodNamed } from '#model/periods.ts';

/**
 * SVC-004: every blank licence is accounted for. Each sheet leaves the stock once: issued, void when spoilt in printing, or destroyed
 * as a blank (a withdrawn edition). Spoilt sheets that are burnt later left the stock as void and are not counted again.
 */
export const stockMismatch: ProjectRule = {
  code: 'service/stock-mismatch', severity: 'error', scope: 'project',
  title: { en: 'Blank licences do not add up', 'zh-CN': '空白证照帐实不符' },
  why: { en: 'A blank licence that cannot be accounted for can turn up as a forged one.', 'zh-CN': '说不清去向的空白证照，可能被用来伪造执照。' },
  messages: {
    sum: {
      en: 'Opening {opening} + received {received} − issued {issued} − void {void} − destroyed {destroyed} = {expected}, but {closing} is entered. Recount, and explain the difference.',
      'zh-CN': '期初 {opening} + 领入 {received} − 发出 {issued} − 作废 {void} − 销毁 {destroyed} = {expected}，登记的期末数却是 {closing}。请重新清点并说明差额。',
    },
    carried: {
      en: 'The opening stock {opening} differs from {closing}, the closing stock of {before}. Recount, and explain the difference.',
      'zh-CN': '期初数 {opening} 与 {before} 的期末数 {closing} 不一致。请重新清点并说明差额。',
    },
  },
  examples: [
    bad(`
=== stock.yaml
kind: stock
ledgers:
  - id: KB-07
    form: 营业执照正本
    period: "2004-07"
    opening: 1000
    received: 500
    issued: 300
    void: 5
    destroyed: 0
    closing: 1190 # expect service/stock-mismatch
  - { id: KB-08, form: 营业执照正本, period: "2004-08", opening: 1195, issued: 195, closing: 1000 }
  - id: KB-09
    form: 营业执照正本
    period: "2004-09"
    opening: 1001 # expect service/stock-mismatch
    closing: 1001
`),
    good(`
=== stock.yaml
kind: stock
ledgers:
  - { id: KB-07, form: 营业执照正本, period: "2004-07", opening: 1000, received: 500, issued: 300, void: 5, destroyed: 0, closing: 1195 }
  - { id: KB-08, form: 营业执照正本, period: "2004-08", opening: 1195, issued: 195, void: 0, destroyed: 400, closing: 600 }
  - { id: KB-F-08, form: 营业执照副本, period: "2004-08", opening: 50, issued: 10, closing: 40 }
`),
  ],
  *check({ registers, config }) {
    const nameOf = (form: Wording | undefined): string => wordsIn(form, config.language);
    const byPeriod = new Map(registers.stocks.map((ledger) => [`${nameOf(ledger.value.form)} ${ledger.value.period}`, ledger]));
    for (const ledger of registers.stocks) {
      const { opening, received = 0, issued = 0, void: spoilt = 0, destroyed = 0, closing, period, form } = ledger.value;
      if (closing === undefined) continue;
      const expected = (opening ?? Number.NaN) + received - issued - spoilt - destroyed;
      if (opening !== undefined && expected !== closing) {
        yield { at: spot(ledger, 'closing'), message: 'sum', args: { opening, received, issued, void: spoilt, destroyed, expected, closing } };
        continue; // which of the two figures the next period goes on with is not known
      }
      const next = periodNamed(period ?? '');
      const after = next && byPeriod.get(`${nameOf(form)} ${periodAfter(next).name}`);
      if (after?.value.opening !== undefined && after.value.opening !== closing) {
        yield { at: spot(after, 'opening'), message: 'carried', args: { opening: after.value.opening, closing, before: period ?? '' }, related: [spot(ledger, 'closing')] };
      }
    }
  },
};
