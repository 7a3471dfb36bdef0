import { hash } from 'node:crypto';
import type { Said } from '#model/kept.ts';
import type { Place } from './place.ts';

const DIGEST = 32;
/** A longer text is not worth its place, characters. */
const MAX_LENGTH = 16 * 2 ** 20;

/** What a command said when all files were in this state; null where it was not kept or not intact. */
export function readSaid(place: Place, state: string, question: string): Said | null {
  const bytes = place.read(saidFile(state, question));
  const body = bytes?.subarray(0, -DIGEST);
  if (!bytes || !body || !hash('sha256', body, 'buffer').equals(bytes.subarray(-DIGEST))) return null;
  const said = JSON.parse(body.toString()) as Said & { state: string; question: string };
  return said.state === state && said.question === question ? { outcome: said.outcome, asks: said.asks } : null;
}

export function writeSaid(place: Place, state: string, question: string, { outcome, asks }: Said): void {
  if ((outcome.text?.length ?? 0) > MAX_LENGTH) return;
  const body = Buffer.from(JSON.stringify({ state, question, outcome, asks }));
  place.write(saidFile(state, question), Buffer.concat([body, hash('sha256', body, 'buffer')]));
}

function saidFile(state: string, question: string): string {
  return `${hash('sha256', JSON.stringify([state, question]), 'hex').slice(0, 40)}.said`;
}
