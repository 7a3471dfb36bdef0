import { unzipSync } from 'fflate';
import { readPdf } from '../render/read-pdf.ts';

/** Everything that can be read of these files: bytes as text, what lies in archives and workbooks, the text of PDFs; blanks left out. */
export async function everyByte(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const parts: string[] = [];
  for (const [path, bytes] of files) {
    parts.push(path, Buffer.from(bytes).toString('utf8'), Buffer.from(bytes).toString('utf16le'));
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) parts.push(await everyByte(new Map(Object.entries(unzipSync(bytes)))));
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') parts.push(JSON.stringify(await readPdf(bytes)));
  }
  return parts.join('\n').replace(/\s/g, '');
}
