/** What ssh-keygen -Y is told with -n: a signature made for something else is none for a pack. */
export const evidenceNamespace = 'qms-evidence';
export const signersPath = 'allowed_signers';
/** `signatures/<signed file>.<person>.sig`; outside the tag manifest, so that one more signature spoils no other. */
export const signaturePattern: RegExp = /^signatures\/(tagmanifest-[\w-]+\.txt)\.(.+)\.sig$/;
/** Where the workspace itself lies in a pack, file by file. */
export const sourceFolder = 'data/source';
export const tagManifestPath = 'tagmanifest-sha512.txt';

/** Where a person's signature over the tag manifest lies. */
export function signaturePath(person: string): string {
  return `signatures/${tagManifestPath}.${person}.sig`;
}
