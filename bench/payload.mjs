// Files of the sizes that a pack has: prints of about 130 KB, half as many texts again of 5 KB. Noise, the same each time.
import { createCipheriv } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns how many there are, and their bytes */
export function payload(folder, prints) {
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16));
  mkdirSync(folder, { recursive: true });
  const sizes = Array.from({ length: Math.floor(prints * 1.5) }, (_, index) => (index < prints ? 110_000 + ((index * 37) % 40_000) : 5000));
  for (const [index, size] of sizes.entries()) writeFileSync(join(folder, String(index)), noise.update(Buffer.alloc(size)));
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
