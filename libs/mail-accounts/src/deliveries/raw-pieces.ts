/** Packed bytes on their way into the archive. */
export interface PackedMail {
  readonly id: string;
  readonly packed: Buffer;
}

/** With what else is in its row, this fills a page of PostgreSQL (8 KB) and goes into no TOAST table. */
export const PIECE_BYTES = 8_100;

/** Cuts a packed mail into the bytes of its rows, in order; the pieces are views, not copies. Even an empty mail has one. */
export function* rawPieces(packed: Buffer): Generator<Buffer> {
  for (let at = 0; at === 0 || at < packed.length; at += PIECE_BYTES)
    yield packed.subarray(at, at + PIECE_BYTES);
}
