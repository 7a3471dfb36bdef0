export interface Planted { readonly code: string; readonly path: string; readonly line: number }
export interface Size { readonly documents: number; readonly seed?: number; readonly defects?: number }
export function defaultDefects(documents: number): number;
export function workspace(options: Size): { readonly files: Record<string, string | Uint8Array>; readonly planted: readonly Planted[] };
export function generate(dir: string, options: Size): { readonly root: string; readonly planted: readonly Planted[]; readonly files: number; readonly bytes: number };
