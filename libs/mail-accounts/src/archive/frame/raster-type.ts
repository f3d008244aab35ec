const MARKS: readonly (readonly [type: string, offset: number, mark: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/bmp', 0, 'BM'],
];

/** What a picture is by its own first bytes, whatever the mail calls it; null for what is no picture made of pixels. */
export function rasterType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return MARKS.find(([, offset, mark]) => head.startsWith(mark, offset))?.[0] ?? null;
}
