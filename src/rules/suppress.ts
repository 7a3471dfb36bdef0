import type { CodeDef, CodedFinding, Diagnostic } from '#model/diagnostic.ts';
import type { FileFacts, Ignore } from '#model/facts.ts';

/** Codes about suppressions themselves. */
export const suppressionCodes: readonly CodeDef[] = [
  {
    code: 'suppression/no-reason', severity: 'error', basis: 'tool',
    title: { en: 'Suppression without a reason', 'zh-CN': '忽略标记没有理由' },
    why: { en: 'A finding that is waved through without a reason is a finding nobody answers for.', 'zh-CN': '不说理由就放过的问题，等于没有人负责。' },
    messages: { found: { en: 'Say why: `qms-ignore {code}: reason`. Without a reason it has no effect.', 'zh-CN': '请写明理由：`qms-ignore {code}: 理由`。没有理由的忽略不起作用。' } },
  },
  {
    code: 'suppression/unused', severity: 'warning', basis: 'tool',
    title: { en: 'Suppression that suppresses nothing', 'zh-CN': '没有用上的忽略标记' },
    why: { en: 'It would hide the fault should it come back.', 'zh-CN': '问题再次出现时，它会把问题盖住。' },
    messages: { found: { en: 'Nothing of code {code} is found on this line or the next. Remove the mark.', 'zh-CN': '这一行和下一行都没有 {code} 的问题。请删除该标记。' } },
  },
];

/** Takes out what is suppressed with a reason; says which suppressions lack one or are unused. */
export function suppress(diagnostics: readonly Diagnostic[], files: readonly Pick<FileFacts, 'path' | 'ignores'>[]): { kept: Diagnostic[]; suppressed: number; findings: CodedFinding[] } {
  const byPath = new Map(files.filter(({ ignores }) => ignores.length > 0).map((file) => [file.path, file.ignores]));
  const used = new Set<Ignore>();
  const kept = diagnostics.filter((diagnostic) => {
    const ignore = byPath.get(diagnostic.at.path)?.find((candidate) => candidate.reason !== '' && covers(candidate, diagnostic));
    if (ignore) used.add(ignore);
    return !ignore;
  });
  const findings = [...byPath].flatMap(([path, ignores]) => ignores.flatMap((ignore): CodedFinding[] => {
    const at = { path, position: ignore.position };
    if (ignore.reason === '') return [{ code: 'suppression/no-reason', at, message: 'found', args: { code: ignore.code } }];
    return used.has(ignore) ? [] : [{ code: 'suppression/unused', at, message: 'found', args: { code: ignore.code } }];
  }));
  return { kept, suppressed: diagnostics.length - kept.length, findings };
}

function covers(ignore: Ignore, { code, at }: Diagnostic): boolean {
  const line = at.position.start.line;
  return ignore.code === code && line >= ignore.position.start.line && line <= ignore.position.end.line + 1;
}
