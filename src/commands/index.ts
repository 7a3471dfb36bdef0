import type { CommandSpec } from '#model/command.ts';
import { audit } from './specs/audit.ts';
import { check } from './specs/check.ts';
import { documents } from './specs/documents.ts';
import { handOver } from './specs/export.ts';
import { fieldwork } from './specs/fieldwork.ts';
import { lists } from './specs/lists.ts';
import { management } from './specs/management.ts';
import { nc } from './specs/nc.ts';
import { browser, browserUrl } from './specs/options.ts';
import { render } from './specs/render.ts';
import { takeOver } from './specs/verify.ts';

/** Every command with its help, in the order of `qms --help`. */
export const commands: readonly CommandSpec[] = [...check, ...lists, ...documents, ...render, ...audit, ...fieldwork, ...nc, ...management, ...handOver, ...takeOver].map(printable);

/** Whatever comes as PDF may be printed by a browser of the reader's choice. */
function printable(spec: CommandSpec): CommandSpec {
  const { options = [] } = spec;
  const prints = options.some(({ choices }) => choices?.includes('pdf')) && !options.includes(browser);
  return prints ? { ...spec, options: [...options, browser, browserUrl] } : spec;
}
