import fc from 'fast-check';
import { PIECE_BYTES, rawPieces, rawRows, setDelivery } from './raw-rows.js';

const HEAD_BYTES = 39;

describe('the rows of raw mail', () => {
  it('hold the mail again, in its order, none more than a page has room for', () => {
    const length = fc.oneof(fc.nat(5), fc.integer({ min: PIECE_BYTES - 2, max: 3 * PIECE_BYTES + 2 }));
    fc.assert(
      fc.property(length, (bytes) => {
        const packed = filled(bytes);
        const pieces = [...rawPieces(Buffer.from(rawRows(packed).buffer))];
        expect(Buffer.concat(pieces).equals(packed)).toBe(true);
        expect(pieces.every((piece) => piece.length <= PIECE_BYTES)).toBe(true);
        expect(pieces.length).toBe(Math.max(1, Math.ceil(bytes / PIECE_BYTES)));
      }),
    );
  });

  it('are messages of a COPY in the binary format, each with the delivery that they were last set to', () => {
    const packed = filled(2 * PIECE_BYTES + 3);
    const rows = Buffer.from(rawRows(packed).buffer);
    // A group that is done again mail by mail gives its mails other ids.
    setDelivery(rows, 'ffffffff-ffff-7fff-bfff-ffffffffffff');
    setDelivery(rows, '0193a0b1-c2d3-74e5-86f7-08192a3b4c5d');
    const row = (position: number, length: number): Buffer => {
      const head = `64${hex(HEAD_BYTES - 1 + length)}0003${hex(16)}0193a0b1c2d374e586f708192a3b4c5d${hex(4)}${hex(position)}${hex(length)}`;
      const start = position * PIECE_BYTES;
      return Buffer.concat([Buffer.from(head, 'hex'), packed.subarray(start, start + length)]);
    };
    expect(rows.equals(Buffer.concat([row(0, PIECE_BYTES), row(1, PIECE_BYTES), row(2, 3)]))).toBe(true);
  });
});

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}

// Long enough a period that no two pieces of a mail are alike.
function filled(bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 7) % 251));
}
