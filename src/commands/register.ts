import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { register, registerNames, type RegisterFilter, type RegisterName } from '#views/register.ts';
import { projectAsOf } from './as-of.ts';
import { withNotes } from './left-out.ts';
import { tableOutcome } from './table.ts';

/** `qms register`. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const name = (given.args[0] ?? 'documents') as string;
  if (!(registerNames as readonly string[]).includes(name)) {
    throw new UsageError({ en: 'There is no register "{name}".', 'zh-CN': '没有“{name}”这种清单。' }, { name, known: registerNames.join(', ') },
      { en: 'Registers: {known}', 'zh-CN': '可用清单：{known}' });
  }
  const filter: RegisterFilter = Object.fromEntries(['block', 'status', 'type', 'unit'].flatMap((key) => {
    const value = optionText(given, key);
    return value === undefined ? [] : [[key, value]];
  }));
  const { project, said } = await projectAsOf(given, env);
  return withNotes(await tableOutcome(register(project, name as RegisterName, filter), project, given, env), said.notes);
}
