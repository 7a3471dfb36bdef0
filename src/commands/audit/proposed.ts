import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { rootOf } from '../workspace.ts';

/** A proposed register: shown with --dry-run, written where --output says, else as a new file of the workspace that replaces nothing. */
export async function proposed(path: string, text: string, said: Text, given: Given, env: Env): Promise<Outcome> {
  if (given.options['dryRun'] === true) return { exit: 0, text: `${path}\n\n${text}` };
  const notes = `${said[env.locale]}\n`;
  if (optionText(given, 'output') !== undefined) return { exit: 0, text, notes };
  const full = `${await rootOf(env)}/${path}`;
  if (await env.host.exists(full)) {
    throw new UsageError({ en: '{path} exists already.', 'zh-CN': '{path} 已经存在。' }, { path },
      { en: 'Use --output FILE to write the proposal elsewhere, or --dry-run to see it.', 'zh-CN': '可用 --output 写到别处，或用 --dry-run 只看不写。' });
  }
  return { exit: 0, notes, artifacts: [{ path: full, bytes: new TextEncoder().encode(text), exclusive: true }] };
}

/** Options that only go with --propose, or never with it: they must not be typed for nothing. */
export function refuseStray(given: Given): void {
  const { propose, sample, seed, dryRun, format } = given.options;
  const stray = propose === true ? (format !== undefined && format !== 'text' ? ['--format'] : []) : [...(sample !== undefined && sample !== 'all' ? ['--sample'] : []), ...(seed === undefined ? [] : ['--seed']), ...(dryRun === true ? ['--dry-run'] : [])];
  const [flag] = stray;
  if (flag === undefined) return;
  throw propose === true
    ? new UsageError({ en: 'A proposal is a YAML file: {flag} does not go with --propose.', 'zh-CN': '建议稿是 YAML 文件，{flag} 不能与 --propose 同用。' }, { flag })
    : new UsageError({ en: '{flag} only goes with --propose.', 'zh-CN': '{flag} 只能与 --propose 同用。' }, { flag });
}
