import type { CodeDef, CodedFinding, Diagnostic } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';

interface Baseline { readonly owner: string; readonly expires: string; readonly findings: readonly { readonly code: string; readonly path: string; readonly fingerprint: string }[] }

/** Codes about the baseline itself. */
export const baselineCodes: readonly CodeDef[] = [
  {
    code: 'baseline/expired', severity: 'error', basis: 'tool',
    title: { en: 'Baseline has expired', 'zh-CN': '存量问题清单已到期' },
    why: { en: 'A baseline is a promise to mend old faults by a day, not a way to forget them.', 'zh-CN': '存量清单是限期整改的承诺，不是遗忘的借口。' },
    messages: { found: { en: 'The baseline ran out on {expires}: its {count} findings count again. Mend them, or have {owner} decide anew.', 'zh-CN': '存量清单已于 {expires} 到期，其中 {count} 项重新计入。请整改，或由 {owner} 重新决定。' } },
  },
  {
    code: 'baseline/settled', severity: 'info', basis: 'tool',
    title: { en: 'Baseline names findings that are gone', 'zh-CN': '存量清单里有已解决的问题' },
    why: { en: 'What is mended should not come back unseen.', 'zh-CN': '已经解决的问题不应悄悄复发。' },
    messages: { found: { en: '{count} of its findings no longer occur. Write the baseline anew with --write-baseline.', 'zh-CN': '其中 {count} 项已不再出现。请用 --write-baseline 重写清单。' } },
  },
  {
    code: 'baseline/missing', severity: 'error', basis: 'tool',
    title: { en: 'Baseline file is missing', 'zh-CN': '存量清单文件不存在' },
    why: { en: 'qms.yaml names a baseline that is not there.', 'zh-CN': 'qms.yaml 指定的存量清单不在。' },
    messages: { found: { en: '{file} does not exist or is no baseline.', 'zh-CN': '{file} 不存在，或不是存量清单。' } },
  },
];

/** Takes out what the baseline already knows, as long as it has not run out. */
export function applyBaseline(diagnostics: readonly Diagnostic[], factsOf: (path: string) => FileFacts | undefined, name: string | undefined, today: string): { kept: Diagnostic[]; known: number; findings: CodedFinding[] } {
  if (name === undefined) return { kept: [...diagnostics], known: 0, findings: [] };
  const file = factsOf(name);
  const stated = file?.kind === 'baseline' ? file.data as Partial<Baseline> | null : null;
  if (!stated?.findings || stated.expires === undefined) {
    return { kept: [...diagnostics], known: 0, findings: [{ code: 'baseline/missing', at: { path: 'qms.yaml', pointer: '/baseline' }, message: 'found', args: { file: name } }] };
  }
  const { owner = '', expires, findings } = stated;
  const budget = new Map<string, number>();
  for (const { code, path, fingerprint } of findings) {
    const key = `${code} ${path} ${fingerprint}`;
    budget.set(key, (budget.get(key) ?? 0) + 1);
  }
  const fresh = diagnostics.filter(({ code, at, fingerprint }) => {
    const key = `${code} ${at.path} ${fingerprint}`;
    const left = budget.get(key) ?? 0;
    if (left > 0) budget.set(key, left - 1);
    return left === 0;
  });
  const known = diagnostics.length - fresh.length;
  const settled = findings.length - known;
  const at = { path: name, pointer: '/findings', on: 'key' as const };
  const about: CodedFinding[] = settled > 0 ? [{ code: 'baseline/settled', at, message: 'found', args: { count: settled } }] : [];
  if (expires < today) {
    return { kept: [...diagnostics], known: 0, findings: [...about, { code: 'baseline/expired', at: { path: name, pointer: '/expires' }, message: 'found', args: { expires, owner, count: known } }] };
  }
  return { kept: fresh, known, findings: about };
}
