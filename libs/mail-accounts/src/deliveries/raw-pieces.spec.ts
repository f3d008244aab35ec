import fc from 'fast-check';
import { PIECE_BYTES, rawPieces } from './raw-pieces.js';

describe('the pieces of raw mail', () => {
  it('are the mail again, in their order, none longer than a page holds', () => {
    const length = fc.oneof(fc.nat(5), fc.integer({ min: PIECE_BYTES - 2, max: 3 * PIECE_BYTES + 2 }));
    fc.assert(
      fc.property(length, (bytes) => {
        const packed = filled(bytes);
        const pieces = [...rawPieces(packed)];
        expect(Buffer.concat(pieces).equals(packed)).toBe(true);
        expect(pieces.every((piece) => piece.length <= PIECE_BYTES)).toBe(true);
        expect(pieces.length).toBe(Math.max(1, Math.ceil(bytes / PIECE_BYTES)));
      }),
    );
  });
});

// Long enough a period that no two pieces of a mail are alike.
function filled(bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 7) % 251));
}
