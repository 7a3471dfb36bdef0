import { writeSync } from 'node:fs';
import type { Again } from '#host/kept/again.ts';
import { packageVersion } from '#host/package-root.ts';

/** Starts the built tool with the least that the command needs; resolves with its exit code. The version needs nothing at all. */
export async function start(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V') && saidVersion()) return 0;
  const { sayAgain } = await import('#host/kept/again.ts');
  const again = sayAgain(argv);
  if (again?.outcome) return tell(again.outcome, again.root, argv);
  const { openChunks } = await import('#host/chunks.ts');
  const chunks = openChunks();
  const { main } = chunks.load('cli.cjs') as typeof import('./cli.ts');
  const exit = await main(argv, { named: chunks.nameWork, touched: again?.root });
  chunks.keep();
  return exit;
}

/** What a thread of the built tool does (`src/worker.ts`). */
export async function work(): Promise<void> {
  const { openChunks } = await import('#host/chunks.ts');
  await (openChunks().load('worker.cjs') as typeof import('./worker.ts')).work();
}

async function tell({ exit, text, notes }: NonNullable<Again['outcome']>, root: string, argv: readonly string[]): Promise<number> {
  const { writeAll } = await import('#host/output.ts');
  try {
    if (text !== undefined) writeAll(1, Buffer.from(text));
    if (notes !== undefined) writeAll(2, Buffer.from(notes));
    return exit;
  } catch (error) {
    const { openChunks } = await import('#host/chunks.ts');
    return (openChunks().load('cli.cjs') as typeof import('./cli.ts')).complain(argv, root, error);
  }
}

/** False where the output did not arrive: the command line then says why. */
function saidVersion(): boolean {
  const line = `${packageVersion()}\n`;
  try {
    return writeSync(1, line) === line.length;
  } catch {
    return false;
  }
}
