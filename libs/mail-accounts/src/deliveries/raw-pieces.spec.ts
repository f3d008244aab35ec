import fc from 'fast-check';
import { PIECE_BYTES, rawPieces } from './raw-pieces.js';

describe('the pieces of raw mail', () => {
  it('are the mails again, in their order, none longer than a page holds', () => {
    const length = fc.oneof(fc.nat(5), fc.integer({ min: PIECE_BYTES - 2, max: 3 * PIECE_BYTES + 2 }));
    fc.assert(
      fc.property(fc.array(length, { maxLength: 4 }), (lengths) => {
        const mails = lengths.map((bytes, n) => ({ id: `mail ${n}`, packed: filled(bytes) }));
        const pieces = [...rawPieces(mails)];
        for (const { id, packed } of mails) {
          const own = pieces.filter((piece) => piece.id === id);
          expect(Buffer.concat(own.map(({ bytes }) => bytes)).equals(packed)).toBe(true);
          expect(own.map(({ position }) => position)).toEqual([...own.keys()]);
          expect(own.length).toBe(Math.max(1, Math.ceil(packed.length / PIECE_BYTES)));
        }
      }),
    );
  });
});

// Long enough a period that no two pieces of a mail are alike.
function filled(bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 7) % 251));
}
