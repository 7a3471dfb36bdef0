import type { DayLimit } from './document.ts';
import type { Wording } from './text.ts';

export interface Limit extends Omit<DayLimit, 'basis'> { readonly basis?: string | readonly string[]; readonly promise_days?: number }
export interface LicenceItem {
  readonly id: string; readonly name: Wording; readonly legal_basis?: readonly string[]; readonly conditions?: readonly Wording[]; readonly materials?: readonly Wording[]; readonly limit?: Limit;
  readonly fee?: { readonly free?: boolean; readonly amount?: Wording; readonly basis?: readonly string[] }; readonly intake?: string; readonly approval?: string; readonly mode?: string; readonly steps?: readonly Wording[];
  readonly documents?: readonly string[]; readonly forms?: readonly string[]; readonly online?: boolean; readonly commitment?: Wording; readonly outcome?: Wording;
}
export interface Licensing { readonly modes?: readonly { readonly id: string; readonly name?: Wording; readonly persons?: number; readonly rule?: Wording }[]; readonly items?: readonly LicenceItem[]; readonly abolished?: { readonly count?: number; readonly on?: string; readonly document?: string } }
export interface EnforcementStep { readonly id: string; readonly name?: Wording; readonly post?: string; readonly limit?: Limit; readonly forms?: readonly string[]; readonly documents?: readonly string[]; readonly decides?: boolean }
export interface Enforcement {
  readonly officers_min?: number; readonly card?: boolean; readonly basis?: readonly string[]; readonly steps?: readonly EnforcementStep[];
  readonly legal_review?: { readonly post?: string; readonly apart_from?: readonly string[] }; readonly hearing?: { readonly request_days?: number; readonly notice_days?: number; readonly basis?: string | readonly string[]; readonly chair?: string };
  readonly decision_body?: string; readonly approval?: string;
}
/** The consumer and support registers are judged by their block schemas only; rules need no field of them. */
export type BlockRegister = Readonly<Record<string, unknown>>;
