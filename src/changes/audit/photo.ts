import { createHash } from 'node:crypto';
import type { Photo, WorksheetRow } from '#model/worksheet.ts';

/** The form makes photos smaller than this before it keeps them. */
const MAX_PHOTO_BYTES = 1024 * 1024;

/** What a picture is by its first bytes, whatever its name says: its ending, or why it is refused. */
export function photoKind(data: string): 'jpg' | 'png' | 'type' | 'size' {
  if (data.length > MAX_PHOTO_BYTES / 3 * 4) return 'size';
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg';
  return bytes.length > 8 && bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) ? 'png' : 'type';
}

/** Where a photo of a row is kept; its name says the row and the bytes, so that the same photo is the same file. */
export function photoFile(folder: string, { no }: WorksheetRow, { data }: Photo): { readonly path: string; readonly bytes: Uint8Array } {
  const bytes = Buffer.from(data, 'base64');
  return { path: `${folder}/row-${String(no).padStart(3, '0')}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${photoKind(data)}`, bytes };
}
