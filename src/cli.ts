import { isAbsolute, join, resolve } from 'node:path';
import { Argument, Command, CommanderError, Option } from 'commander';
import { commands } from '#commands/index.ts';
import { remembered } from '#commands/remembered.ts';
import { openAssets } from '#host/assets.ts';
import { isFolder, readHead } from '#host/files.ts';
import { createHost } from '#host/host.ts';
import { toolName } from '#host/kept/tool.ts';
import { notArrived, printAll } from '#host/output.ts';
import { buildName, packageVersion } from '#host/package-root.ts';
import { progressBar, type ProgressBar } from '#host/progress-bar.ts';
import { writeStreamSafely } from '#host/write-stream.ts';
import { readableStack } from '#host/readable-stack.ts';
import { isTerminal, today, typedIn } from '#host/surroundings.ts';
import { writeFilesSafely, type NewFile } from '#host/write.ts';
import { wrongUseOf } from '#i18n/commander.ts';
import { format } from '#i18n/format.ts';
import { helpIn } from '#i18n/help.ts';
import { progressLine } from '#i18n/progress-line.ts';
import { safeText } from '#i18n/safe-text.ts';
import { words } from '#i18n/words.ts';
import { surface } from '#i18n/surface.ts';
import type { CommandSpec, Env, Given, Outcome, Question, Stream } from '#model/command.ts';
import type { Locale } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';

/** How often a number may be snatched away before we give up. */
const MAX_ATTEMPTS = 100;

/** What there is to know of a run besides its words: whom to tell which command is at work, and a workspace that was seen to be other than it was kept. */
interface Run { readonly named?: (command: string) => void; readonly touched?: string | undefined }

/** Runs the tool; resolves with its exit code: 0 clean, 1 findings, 2 could not run. */
export async function main(argv: readonly string[], { named, touched }: Run = {}): Promise<number> {
  let locale = localeOf(argv, undefined);
  try {
    let exit = 0;
    const program = buildProgram(askedFor(argv), locale, async (spec, given, globals) => {
      named?.(spec.name);
      const { env, chosen } = await buildEnv(argv, globals, given, touched);
      locale = chosen;
      exit = await perform(spec, given, env);
    });
    await program.parseAsync(argv as string[], { from: 'user' });
    return exit;
  } catch (error) {
    return report(error, locale);
  }
}

/** Says why an answer that was known of a workspace did not arrive; returns the exit code. */
export function complain(argv: readonly string[], root: string, error: unknown): number {
  return report(notArrived(error), localeOf(argv, workspaceLanguage(root)));
}

async function perform(spec: CommandSpec, given: Given, env: Env): Promise<number> {
  const root = await env.host.findWorkspace(env.cwd);
  for (let attempt = 1; ; attempt++) {
    const outcome = await remembered(spec, given, env).finally(() => bar?.clear());
    try {
      deliver(outcome, given, env);
      if (outcome.stream) await deliverStream(outcome.stream, env).finally(() => bar?.clear());
      if (root !== null) env.host.kept(root)?.save();
      return outcome.exit;
    } catch (error) {
      // Somebody else took the number, or edited the text, between our reading and our writing: once more, with what is there now.
      if (!outcome.numbered || !(error instanceof UsageError) || !['EEXIST', 'ESTALE'].includes((error.cause as NodeJS.ErrnoException)?.code ?? '') || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** Prints and writes; the only place that does. What is written comes after the printing, so that a failure of either leaves the old files. */
function deliver({ text, notes, artifacts }: Outcome, given: Given, env: Env): void {
  const place = (path: string): string => placeOf(path, env);
  const files: NewFile[] = (artifacts ?? []).map((artifact) => ({ ...artifact, path: place(artifact.path) }));
  const output = fileFor(given);
  if (text !== undefined && output !== undefined) files.push({ path: place(output), bytes: Buffer.from(text, 'utf8') });
  else if (text !== undefined) printAll(1, text);
  writeFilesSafely(files);
  if (notes === undefined) return;
  if (files.length > 0) printIfHeard(notes); // what is done is done, whether or not anybody hears of it
  else printAll(2, notes);
}

/** Where the text goes instead of the screen; what is only shown goes to the screen. */
function fileFor({ options }: Given): string | undefined {
  return options['dryRun'] !== true && typeof options['output'] === 'string' ? options['output'] : undefined;
}

/** Writes what is made while it is written, and says what there is to say when it stands. */
async function deliverStream({ path, pieces, told }: Stream, env: Env): Promise<void> {
  await writeStreamSafely(placeOf(path, env), pieces);
  bar?.clear();
  printIfHeard(told());
}

function placeOf(path: string, { cwd }: Env): string {
  return isAbsolute(path) ? path : join(cwd, path);
}

interface Globals { readonly dir?: string; readonly lang?: string; readonly color?: string; readonly cache?: boolean }

async function buildEnv(argv: readonly string[], globals: Globals, given: Given, touched: string | undefined): Promise<{ env: Env; chosen: Locale }> {
  const cwd = resolve(globals.dir ?? process.cwd());
  const typed = fileFor(given) === undefined ? typedIn(cwd, argv) : null; // a text for a file is not said again without it
  const host = createHost(await openAssets(), globals.cache === false ? null : toolName(buildName()), { typed, touched });
  if (!isFolder(cwd)) throw new UsageError(surface.noFolder, { dir: cwd });
  const root = await host.findWorkspace(cwd);
  const chosen = localeOf(argv, root === null ? undefined : workspaceLanguage(root));
  let questions: Env['ask'];
  const env: Env = {
    cwd, locale: chosen, color: wantsColor(globals.color), today: today(), now, host,
    get ask() { return (questions ??= atTerminal() ? asking(chosen) : undefined); },
    get signal() { return interruptible(); },
    progress: (progress) => { if (seesProgress()) (bar ??= barIn(chosen)).show(progress); },
    emit: (outcome) => deliver(outcome, given, env),
  };
  return { chosen, env };
}

let bar: ProgressBar | undefined;
function barIn(locale: Locale): ProgressBar {
  return progressBar((progress, left) => progressLine(progress, left, process.stderr.columns ?? 80, locale), printIfHeard);
}

/** A bar is drawn where somebody sees it, and nowhere else. */
function seesProgress(): boolean {
  return isTerminal(2) && process.env['TERM'] !== 'dumb';
}

/** True when somebody can read a question (stderr) and answer it (stdin); stdout may go elsewhere. */
function atTerminal(): boolean {
  return isTerminal(0) && isTerminal(2) && process.env['TERM'] !== 'dumb' && !process.env['CI'];
}

/** Asks each question once: a command that is run anew for its number gets the same answers. */
function asking(locale: Locale): (question: Question) => Promise<string> {
  const answers = new Map<string, Promise<string>>();
  return (question) => {
    const known = answers.get(question.text.en) ?? import('#host/ask.ts').then(({ askAtTerminal }) => askAtTerminal(question, locale));
    answers.set(question.text.en, known);
    return known;
  };
}

let controller: AbortController | undefined;
/** A signal that Ctrl-C and a stop from outside set. Only who asks for it takes them away from the system, which ends the process at once. */
function interruptible(): AbortSignal {
  if (!controller) {
    controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => controller?.abort());
  }
  return controller.signal;
}

function workspaceLanguage(root: string): string | undefined {
  const bytes = readHead(join(root, 'qms.yaml'), 1 << 16);
  return bytes ? /^language:[ \t]*["']?([\w-]+)/m.exec(Buffer.from(bytes).toString('utf8'))?.[1] : undefined;
}

/** --lang, else the workspace's language, else the machine's. */
function localeOf(argv: readonly string[], workspace: string | undefined): Locale {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at]?.includes('=') ? argv[at]?.slice(7) : argv[at + 1];
  const machine = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return /^zh/i.test(asked ?? workspace ?? machine) ? 'zh-CN' : 'en';
}

function wantsColor(asked: string | undefined): boolean {
  if (asked === 'always' || asked === 'never') return asked === 'always';
  return isTerminal(1) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

function now(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return `${(epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()).toISOString().slice(0, 19)}Z`;
}

function buildProgram(specs: readonly CommandSpec[], locale: Locale, call: (spec: CommandSpec, given: Given, globals: Globals) => Promise<void>): Command {
  const program = new Command('qms').description(surface.description[locale]).usage(surface.usage[locale])
    .option('-C, --dir <dir>', surface.dir[locale])
    .addOption(new Option('--lang <language>', surface.lang[locale]).choices(['en', 'zh-CN']))
    .addOption(new Option('--color <when>', surface.color[locale]).choices(['auto', 'always', 'never']).default('auto'))
    .option('--no-cache', surface.noCache[locale])
    .option('-V, --version', surface.version[locale])
    .on('option:version', () => {
      printAll(1, `${packageVersion()}\n`);
      throw new CommanderError(0, 'commander.version', '');
    });
  localize(program, locale);
  for (const spec of specs) addCommand(program, spec, locale, call);
  return program;
}

/** The command that was asked for, those above and below it; all of them where none was: help and complaints speak of all. */
function askedFor(argv: readonly string[]): readonly CommandSpec[] {
  const typedWords = argv.filter((word, at) => !word.startsWith('-') && !/^(?:-C|--dir|--lang|--color)$/.test(argv[at - 1] ?? ''));
  const typed = commands.filter(({ name }) => name.split(' ').every((word, at) => typedWords[at] === word)).map(({ name }) => name);
  const asked = typed.sort((a, b) => b.length - a.length)[0];
  return asked === undefined ? commands : commands.filter(({ name }) => name === asked || name.startsWith(`${asked} `) || asked.startsWith(`${name} `));
}

function addCommand(program: Command, spec: CommandSpec, locale: Locale, call: (spec: CommandSpec, given: Given, globals: Globals) => Promise<void>): void {
  const path = spec.name.split(' ');
  let parent = program;
  for (const word of path.slice(0, -1)) {
    parent = parent.commands.find((command) => command.name() === word) ?? localize(parent.command(word).description(surface.groups[word]?.[locale] ?? ''), locale);
  }
  const command = localize(parent.command(path[path.length - 1] as string).description(spec.summary[locale]), locale);
  for (const { spec: words_, text } of spec.args ?? []) command.addArgument(new Argument(words_, text[locale]));
  for (const { flags, text, choices, fallback, repeated } of spec.options ?? []) {
    const option = new Option(flags, text[locale]);
    if (choices) option.choices([...choices]);
    if (repeated) option.argParser((value: string, before: readonly string[] | undefined) => [...before ?? [], value]);
    if (fallback !== undefined) option.default(fallback);
    command.addOption(option);
  }
  command.action(async (...values: unknown[]) => {
    const args = values.slice(0, (spec.args ?? []).length) as Given['args'];
    await call(spec, { args, options: command.opts() }, program.opts());
  });
}

/** Help in the reader's language, errors thrown instead of printed. */
function localize(command: Command, locale: Locale): Command {
  return command.exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: (text) => printAll(1, text) })
    .configureHelp(helpIn(locale))
    .helpOption('-h, --help', surface.help[locale])
    .helpCommand(false);
}

/** The one catch: wrong use and machine faults in one sentence, our own bugs with their stack. */
function report(error: unknown, locale: Locale): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const { text, args } = wrongUseOf(error.code, error.message);
    return tell(format(text, args, locale), surface.tryHelp[locale], locale);
  }
  if (error instanceof UsageError) return tell(format(error.text, error.args, locale), error.hint && format(error.hint, error.args, locale), locale);
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 2;
  printSafely(`${readableStack(error)}\n${surface.bug[locale]}\n`);
  return 2;
}

function tell(problem: string, hint: string | undefined, locale: Locale): number {
  const lines = [format(words.usageError, { problem }, locale), hint && format(words.hint, { hint }, locale)].filter(Boolean);
  printSafely(`${lines.join('\n')}\n`);
  return 2;
}

function printSafely(text: string): void {
  printIfHeard(safeText(text, true));
}

function printIfHeard(text: string): void {
  try {
    printAll(2, text);
  } catch {
    // nobody is left to read it; the exit code still tells
  }
}
