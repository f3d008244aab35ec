import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompressSync, zstdDecompress } from 'node:zlib';
import { rawRows } from './raw-rows.js';
import { release } from './release.js';

const LARGEST = 1_073_741_824;
const LEVEL_1 = { [constants.ZSTD_c_compressionLevel]: 1 };
const decompress = promisify(zstdDecompress);

/** SHA-256 of a mail's bytes: what tells whether two deliveries are the same mail. */
export function contentKeyOf(raw: Uint8Array): Buffer {
  return hash('sha256', raw, 'buffer');
}

/** The mail as the archive keeps it: zstd, level 1, in its rows (`rawRows`). Best done in a worker thread. */
export function pack(raw: Buffer): Uint8Array<ArrayBuffer> {
  // With the default of 16 KiB the output is put together from many pieces, at almost three times the cost; with room for
  // the worst case (ZSTD_compressBound) zstd goes from one buffer to the other without its own in between. More than
  // Node's pool holds is never taken from it: what is not needed of it can be given back at once.
  const chunkSize = Math.max(raw.length + (raw.length >> 8) + 512, Buffer.poolSize + 1);
  const scratch = zstdCompressSync(raw, { params: LEVEL_1, chunkSize, pledgedSrcSize: raw.length });
  const rows = rawRows(scratch);
  if (scratch.buffer.byteLength === chunkSize) release(new Uint8Array(scratch.buffer));
  return rows;
}

/** The bytes that `pack` was given, from the pieces in its rows put together. */
export function unpack(packed: Uint8Array): Promise<Buffer> {
  return decompress(packed, { maxOutputLength: LARGEST });
}
