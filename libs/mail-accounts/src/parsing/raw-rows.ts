/** With what else is in its row, this fills a page of PostgreSQL (8 KB) and goes into no TOAST table. */
export const PIECE_BYTES = 8_100;

/** 'd' and a length, three fields, the UUID and the position with their lengths, the length of the bytes. */
const HEAD_BYTES = 5 + 2 + 20 + 8 + 4;
const ID_AT = 11;
const ROW_BYTES = HEAD_BYTES + PIECE_BYTES;
const LETTER_D = 0x64;

/**
 * Cuts a packed mail into the rows of the archive, in memory of its own: for each a CopyData message (PostgreSQL manual,
 * 54.7) with the delivery's id, the position and a piece of the bytes as its fields, as `copyRaw` names them. The id is
 * still missing, see `setDelivery`. Even an empty mail has a row.
 */
export function rawRows(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = Math.max(1, Math.ceil(packed.length / PIECE_BYTES));
  const rows = new Uint8Array(packed.length + count * HEAD_BYTES);
  const view = new DataView(rows.buffer);
  for (let position = 0; position < count; position++) {
    const at = position * ROW_BYTES;
    const piece = packed.subarray(position * PIECE_BYTES, (position + 1) * PIECE_BYTES);
    rows[at] = LETTER_D;
    view.setInt32(at + 1, HEAD_BYTES - 1 + piece.length);
    view.setInt16(at + 5, 3);
    view.setInt32(at + 7, 16);
    view.setInt32(at + 27, 4);
    view.setInt32(at + 31, position);
    view.setInt32(at + 35, piece.length);
    rows.set(piece, at + HEAD_BYTES);
  }
  return rows;
}

/** Writes the delivery's id, a UUID, into each of its rows, in place of one that was there. */
export function setDelivery(rows: Buffer, id: string): void {
  const uuid = Buffer.from(id.replaceAll('-', ''), 'hex');
  for (let at = 0; at < rows.length; at += ROW_BYTES) uuid.copy(rows, at + ID_AT);
}

/** The bytes in each of the rows, in order; views, not copies. */
export function* rawPieces(rows: Buffer): Generator<Buffer> {
  for (let at = 0; at < rows.length; at += ROW_BYTES) yield rows.subarray(at + HEAD_BYTES, at + ROW_BYTES);
}
