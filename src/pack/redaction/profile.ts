import type { RedactionProfile } from '#model/redaction.ts';

/** A profile by name with what it extends; the workspace's own go before the shipped ones. Null when there is none of that name; what extends itself extends the shipped one. */
export function profileNamed(name: string, own: readonly RedactionProfile[], shipped: readonly RedactionProfile[]): RedactionProfile | null {
  const profile = own.find((one) => one.name === name) ?? shipped.find((one) => one.name === name);
  if (!profile) return null;
  const base = profile.extends === undefined ? undefined : shipped.find((one) => one.name === profile.extends && one !== profile);
  if (!base) return profile.extends === undefined || shipped.includes(profile) ? profile : null;
  const both = <T>(a: readonly T[] = [], b: readonly T[] = []): T[] => [...new Set([...a, ...b])];
  return {
    ...base, ...profile, fields: both(profile.fields, base.fields), patterns: both(profile.patterns, base.patterns), words: both(profile.words, base.words),
    keep: both(profile.keep, base.keep), files: both(profile.files, base.files), cleared: both(profile.cleared, base.cleared),
  };
}
