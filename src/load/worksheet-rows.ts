import { refuseWorksheet as refuse, worksheetDigest, type Photo, type ReadWorksheet, type Worksheet, type WorksheetProblem, type WorksheetRow } from '#model/worksheet.ts';

/** The head of a filled worksheet as it was found. */
type Head = Omit<Worksheet, 'rows'>;

/** The words for methods and judgements that forms of either language use. */
const words: Readonly<Record<'method' | 'judgement', Readonly<Record<string, string>>>> = {
  method: { ask: 'ask', 问: 'ask', see: 'see', 'see records': 'see', 查: 'see', look: 'look', 看: 'look', measure: 'measure', 测: 'measure' },
  judgement: { conform: 'conform', conforms: 'conform', 符合: 'conform', nonconform: 'nonconform', 'does not conform': 'nonconform', 不符合: 'nonconform', observation: 'observation', 观察项: 'observation', 'not-applicable': 'not-applicable', 'not applicable': 'not-applicable', 不适用: 'not-applicable' },
};

/**
 * Head and rows as found → worksheet. Refused, with each row's reason, when the parts that are not to be changed no longer fit the digest,
 * or a method or judgement is none.
 */
export function assembleWorksheet(head: Head, found: readonly Readonly<Record<string, string>>[], photos: readonly (readonly Photo[])[] = []): ReadWorksheet {
  if (!/^[\da-f]{64}$/.test(head.digest)) return refuse('The checklist carries no check number.', '检查表没有校验码。');
  const problems: WorksheetProblem[] = [];
  const rows = found.map((row, at): WorksheetRow => {
    const text = (key: string): string => row[key] ?? '';
    const coded = (key: 'method' | 'judgement'): string => {
      const said = text(key).trim();
      const code = said === '' ? '' : words[key][said] ?? words[key][said.toLowerCase()];
      if (code === undefined) problems.push({ row: text('id'), no: Number(text('no')), text: key === 'method' ? badMethod : badJudgement, args: { said } });
      return code ?? '';
    };
    return { id: text('id'), no: Number(text('no')), item: text('item'), question: text('question'), document: text('document'), method: coded('method'), sample: text('sample'), evidence: text('evidence'), judgement: coded('judgement'), note: text('note'), photos: photos[at] ?? [] };
  });
  if (worksheetDigest({ ...head, rows }) !== head.digest) {
    return refuse('Numbers of rows, requirements or documents were changed, or rows were deleted or moved: they no longer fit the check number.', '行号、标准要求或文件编号被改动，或者有行被删除、移动：与校验码不符。');
  }
  return problems.length > 0 ? { sheet: null, problems } : { sheet: { ...head, auditor: head.auditor.trim().split(/\s/)[0] ?? '', on: dayOf(head.on.trim()), rows }, problems: [] };
}

/** A day as people and office programs write it → YYYY-MM-DD; what is none stays as it is. */
function dayOf(text: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (parts) return [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-');
  return /^\d{5}$/.test(text) ? new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10) : text;
}

const badMethod = { en: '"{said}" is no method: ask, see records, look or measure.', 'zh-CN': '“{said}”不是检查方法，应为问、查、看、测之一。' };
const badJudgement = { en: '"{said}" is no judgement: conforms, does not conform, observation or not applicable.', 'zh-CN': '“{said}”不是判定，应为符合、不符合、观察项、不适用之一。' };
