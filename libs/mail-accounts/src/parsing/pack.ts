import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompressSync, zstdDecompress } from 'node:zlib';

const LARGEST = 1_073_741_824;
const decompress = promisify(zstdDecompress);

/** SHA-256 of a mail's bytes: what tells whether two deliveries are the same mail. */
export function contentKeyOf(raw: Uint8Array): Buffer {
  return createHash('sha256').update(raw).digest();
}

/** The mail as the archive keeps it: zstd, level 1. Best done in a worker thread. */
export function pack(raw: Buffer): Buffer {
  return zstdCompressSync(raw, {
    params: { [constants.ZSTD_c_compressionLevel]: 1 },
    // With the default of 16 KiB the output is put together from many pieces, at almost three times the cost.
    chunkSize: raw.length + 512,
    pledgedSrcSize: raw.length,
  });
}

/** The bytes that `pack` was given. */
export function unpack(packed: Uint8Array): Promise<Buffer> {
  return decompress(packed, { maxOutputLength: LARGEST });
}
