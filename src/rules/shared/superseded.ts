/** The number of the document that `supersedes` names, with or without its revision: AB/QP-01@A/0 → AB/QP-01. */
export function supersededNumber(supersedes: string): string {
  return supersedes.replace(/@[A-Z]\/\d+$/, '');
}
