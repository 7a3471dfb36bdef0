import type { Diagnostic } from '#model/diagnostic.ts';
import type { RedactionLog } from '#model/redaction.ts';

/**
 * Findings of a redacted copy: that an approved text is not what was approved is the redaction's own work where something of that file was withheld. It is told as such and not as an edit; whether
 * the approval fits can be checked only against the original. Everything else is found as it would be in the original. Only for whoever knows that this is a copy: in a workspace the log changes nothing.
 */
export function asCopy(diagnostics: readonly Diagnostic[], { withheld, files }: Pick<RedactionLog, 'withheld' | 'files'>): Diagnostic[] {
  const redacted = new Set([...withheld, ...files].map(({ path }) => path));
  const ledgers = new Set([...redacted].map(ledgerOf));
  const told = new Set<string>();
  return diagnostics.flatMap((one): Diagnostic[] => {
    const { path } = one.at;
    const own = one.code === 'approval/silent-edit' ? redacted.has(String(one.args?.['file'] ?? path))
      : (one.code === 'approval/signature' && one.message === 'bad' && redacted.has(path)) || (one.code === 'approval/chain' && ledgers.has(ledgerOf(path) || '-'));
    if (!own) return [one];
    if (told.has(path)) return [];
    told.add(path);
    return [{ ...one, code: 'pack/redacted-copy', severity: 'info', basis: 'tool', clauses: [], message: one.code === 'approval/silent-edit' ? 'text' : 'ledger', args: { name: path }, related: [] }];
  });
}

/** The folder of a document's approvals; '' for all other files. */
function ledgerOf(path: string): string {
  return /^approvals\/[^/]+\//.exec(path)?.[0] ?? '';
}
