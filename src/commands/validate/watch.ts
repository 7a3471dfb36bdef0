import type { Env, Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';

/** `--watch`: a verdict now and after every change, until Ctrl-C; the exit code is that of the last verdict. What a run learnt is kept at once, for the next one builds on it. */
export async function watched(once: () => Promise<Outcome>, env: Env): Promise<Outcome> {
  const root = await env.host.findWorkspace(env.cwd);
  const kept = root === null ? null : env.host.kept(root);
  let last = await once();
  env.emit(last);
  kept?.save();
  if (root === null) return { exit: last.exit };
  for await (const _ of env.host.watch(root, env.signal)) {
    last = await verdict(once, env) ?? last;
    env.emit(last);
    kept?.save();
  }
  return { exit: last.exit };
}

/** A workspace that cannot be opened in the middle of an edit is no reason to stop watching. */
async function verdict(once: () => Promise<Outcome>, env: Env): Promise<Outcome | null> {
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    env.emit({ exit: 1, notes: `qms: ${format(error.text, error.args, env.locale)}\n` });
    return null;
  }
}
