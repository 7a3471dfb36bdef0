declare module 'subset-font' {
  /** The font with the glyphs of these characters only. */
  export default function subsetFont(font: Uint8Array, text: string, options?: { targetFormat?: 'truetype' | 'woff2'; noHinting?: boolean; keepFeatures?: readonly string[]; dropTables?: readonly string[] }): Promise<Buffer>;
}
