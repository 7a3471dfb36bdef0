export interface Call { readonly command: string; readonly args: string[]; readonly cwd?: string; readonly ok?: number[] }
export interface Program { readonly name: string; readonly kind: 'floor' | 'qms' | 'peer'; readonly what: string; readonly call: Call; prepare?(): void; units?(): number }
export interface Ratio { readonly label: string; readonly of: string[]; readonly over: string[]; readonly atMost?: number; readonly atLeast?: number }
export interface Row { readonly name: string; readonly kind: string; readonly what: string; readonly command: string; readonly runs: number; readonly wall: number | null; readonly cpu: number | null; readonly memory: number | null; readonly units: number | null; readonly note?: string }
export interface Found { readonly rows: Row[]; readonly ratios: (Ratio & { readonly wall: number; readonly cpu: number | null; readonly holds?: boolean })[] }
export function inTurn(programs: Program[], ratios: Ratio[], runs: number, say: (text: string) => void): Promise<Found>;
export function median(list: (number | null | undefined)[]): number | null;
