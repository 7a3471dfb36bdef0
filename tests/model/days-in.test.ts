import { expect, test } from 'vitest';
import { daysIn } from '#model/days-in.ts';

test.each([
  ['高效：五个工作日内作出决定', [[5, 'working']]], ['三日内决定受理，三十日内终结调解', [[3, 'calendar'], [30, 'calendar']]], ['2004年7月1日起，十五天内办结', [[15, 'calendar']]], ['一百二十日', [[120, 'calendar']]],
  ['二十一个工作日', [[21, 'working']]], ['decided within 5 working days, replied to within 30 days', [[5, 'working'], [30, 'calendar']]], ['提前一周公布', []], ['十月八日启用', []], ['7月1日施行', []],
])('%s', (text, days) => {
  expect(daysIn(text).map(({ days: count, type }) => [count, type])).toEqual(days);
});
