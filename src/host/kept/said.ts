import { hash } from 'node:crypto';
import type { Outcome } from '#model/command.ts';
import type { Said } from '#model/kept.ts';
import type { Place } from './place.ts';

const DIGEST = 32;
/** A longer text is not worth its place, characters. */
const MAX_LENGTH = 16 * 2 ** 20;

/** All but the text, which stands behind it as it is: a long report is then neither packed nor unpacked. */
interface Head extends Omit<Said, 'outcome'> { readonly state: string; readonly name: string; readonly question: string; readonly outcome: Omit<Outcome, 'text'>; readonly hasText: boolean }

/**
 * What a command said when all files were in this state; null where it was not kept or not intact. `name` is what it is found by: the words that were typed, or the
 * question itself. Who has parsed the words gives the question too.
 */
export function readSaid(place: Place, state: string, name: string, question?: string): Said | null {
  const bytes = place.read(saidFile(state, name));
  const body = bytes?.subarray(0, -DIGEST);
  if (!bytes || !body || !hash('sha256', body, 'buffer').equals(bytes.subarray(-DIGEST))) return null;
  const end = body.indexOf(10);
  const head = JSON.parse(body.toString('utf8', 0, end)) as Head;
  if (head.state !== state || head.name !== name || (question !== undefined && head.question !== question)) return null;
  return { outcome: { ...head.outcome, ...(head.hasText ? { text: body.toString('utf8', end + 1) } : {}) }, asks: head.asks };
}

export function writeSaid(place: Place, state: string, name: string, question: string, { outcome: { text, ...outcome }, asks }: Said): void {
  if ((text?.length ?? 0) > MAX_LENGTH) return;
  const head: Head = { state, name, question, outcome, asks, hasText: text !== undefined };
  const body = Buffer.from(`${JSON.stringify(head)}\n${text ?? ''}`);
  if (text !== undefined && body.toString('utf8', body.indexOf(10) + 1) !== text) return; // half a character: UTF-8 cannot hold it
  place.write(saidFile(state, name), Buffer.concat([body, hash('sha256', body, 'buffer')]));
}

function saidFile(state: string, name: string): string {
  return `${hash('sha256', JSON.stringify([state, name]), 'hex').slice(0, 40)}.said`;
}
