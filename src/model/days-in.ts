const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** Stretches of days that a sentence names: "五个工作日内", "三十日", "within 5 working days". Days of a date are none. */
export function daysIn(text: string): { readonly days: number; readonly type: 'working' | 'calendar' }[] {
  const chinese = [...text.matchAll(/(?<![月\d一二三四五六七八九十])(\d+|[一二两三四五六七八九十百]+)个?(工作日|日|天)/g)].map(([, number = '', unit = '']) => ({ days: numberIn(number), type: unit === '工作日' ? 'working' as const : 'calendar' as const }));
  const english = [...text.matchAll(/\b(\d+) (working |calendar )?days?\b/gi)].map(([, number, kind]) => ({ days: Number(number), type: /working/i.test(kind ?? '') ? 'working' as const : 'calendar' as const }));
  return [...chinese, ...english];
}

/** 三十五 → 35, 一百二十 → 120. */
function numberIn(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  let sum = 0;
  let digit = 0;
  for (const letter of words) {
    if (letter === '百' || letter === '十') {
      sum += (digit || 1) * (letter === '百' ? 100 : 10);
      digit = 0;
    } else digit = DIGITS[letter] ?? 0;
  }
  return sum + digit;
}
