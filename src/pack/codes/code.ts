import type { CodeDef, Severity } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';

export const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** A code about packs; what it demands is needed to trust them, no standard asks for it. */
export function packCode(name: string, severity: Severity, title: Text, why: Text, messages: CodeDef['messages']): CodeDef {
  return { code: `pack/${name}`, severity, basis: 'tool', title, why, messages };
}

/** A code with one message. */
export function one(name: string, severity: Severity, title: Text, why: Text, found: Text): CodeDef {
  return packCode(name, severity, title, why, { found });
}
