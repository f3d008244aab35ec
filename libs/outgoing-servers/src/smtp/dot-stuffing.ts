const DOT = 0x2e;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Doubles the dot that begins a line (RFC 5321 section 4.5.2) in mail that comes in pieces, and knows what is missing at
 * its end. Lines end with CRLF already, as the composer makes them.
 */
export class DotStuffing {
  #last = LF;
  #beforeLast = CR;

  /** The next piece, ready to be sent; the same bytes when nothing has to be doubled. */
  stuff(piece: Buffer): Buffer {
    if (piece.length === 0) return piece;
    const dots = this.dotsIn(piece);
    this.#beforeLast = piece.length > 1 ? (piece.at(-2) ?? 0) : this.#last;
    this.#last = piece.at(-1) ?? 0;
    return dots.length === 0 ? piece : doubled(piece, dots);
  }

  /** What ends the data. */
  end(): Buffer {
    const whole = this.#beforeLast === CR && this.#last === LF;
    return Buffer.from(whole ? '.\r\n' : '\r\n.\r\n');
  }

  private dotsIn(piece: Buffer): number[] {
    const dots: number[] = [];
    for (let at = piece.indexOf(DOT); at >= 0; at = piece.indexOf(DOT, at + 1)) {
      if ((at === 0 ? this.#last : piece[at - 1]) === LF) dots.push(at);
    }
    return dots;
  }
}

function doubled(piece: Buffer, dots: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const at of dots) {
    parts.push(piece.subarray(from, at + 1));
    from = at;
  }
  return Buffer.concat([...parts, piece.subarray(from)]);
}
