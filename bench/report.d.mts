import type { Found } from './rounds.d.mts';

export interface Result { readonly suite: string; readonly command: string; readonly qms: string; readonly commit: string; readonly node: string; readonly git: string; readonly machine: string; readonly date: string; readonly runs: number; readonly seed: number; readonly peers: Record<string, string>; readonly cases: readonly (Found & { readonly title: string; readonly documents?: number; readonly facts: { readonly files?: number; readonly bytes?: number } })[] }
export function asText(result: Result): string;
export function intoDocument(document: string, results: readonly Result[]): string;
