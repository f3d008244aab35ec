/** Packed bytes on their way into the archive. */
export interface PackedMail {
  readonly id: string;
  readonly packed: Buffer;
}

/** A row of the archive. */
export interface RawPiece {
  readonly id: string;
  /** From 0. */
  readonly position: number;
  readonly bytes: Buffer;
}

/** With what else is in its row, this fills a page of PostgreSQL (8 KB) and goes into no TOAST table. */
export const PIECE_BYTES = 8_100;

/** Cuts packed mails into rows, in order; the pieces are views, not copies. Even an empty mail has a piece. */
export function* rawPieces(mails: readonly PackedMail[]): Generator<RawPiece> {
  for (const { id, packed } of mails) {
    for (let position = 0, at = 0; position === 0 || at < packed.length; position += 1, at += PIECE_BYTES)
      yield { id, position, bytes: packed.subarray(at, at + PIECE_BYTES) };
  }
}
