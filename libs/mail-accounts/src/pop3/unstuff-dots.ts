const CR = 13;
const LF = 10;
const DOT = 46;
const LINE_THEN_DOT = Buffer.from('\r\n.');
const HELD_BACK_CR = Buffer.from('\r');

/** Where in a line the last byte was: inside, after a CR, at the start, after a dot at the start, after `.CR` there. */
type Position = 'inside' | 'cr' | 'start' | 'dot' | 'dot-cr';

/**
 * Takes a multi-line answer of POP3 (RFC 1939 section 3) as it comes off the wire, in chunks cut anywhere, and gives back
 * the bytes that were sent: dots that were put in front of dots are gone, everything else is as it was. Only CRLF ends
 * a line, so that a lone LF in a mail neither loses a dot nor ends the mail. One use per answer.
 */
export class DotUnstuffer {
  #position: Position = 'start';
  #ended = false;

  /** The final `.` line has been taken. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Takes `chunk` up to the end of the answer. `sent` are views into it; `rest` is what follows the answer. */
  take(chunk: Buffer): { readonly sent: readonly Buffer[]; readonly rest: Buffer } {
    const sent: Buffer[] = [];
    let from = 0;
    let at = 0;
    while (at < chunk.length && !this.#ended) {
      if (this.#position === 'inside') {
        at = this.skipInside(chunk, at);
        continue;
      }
      const { keepsCr, dropsByte } = this.step(chunk[at] ?? 0);
      if (dropsByte) {
        if (at > from) sent.push(chunk.subarray(from, at));
        from = at + 1;
      }
      if (keepsCr) sent.push(HELD_BACK_CR);
      at += 1;
    }
    if (at > from) sent.push(chunk.subarray(from, at));
    return { sent, rest: chunk.subarray(at) };
  }

  // To the next dot at the start of a line, or to the end; the search itself is native.
  private skipInside(chunk: Buffer, at: number): number {
    const found = chunk.indexOf(LINE_THEN_DOT, at);
    if (found >= 0) {
      this.#position = 'start';
      return found + 2;
    }
    const last = chunk[chunk.length - 1];
    if (last === CR) this.#position = 'cr';
    else if (last === LF && chunk.length - at >= 2 && chunk[chunk.length - 2] === CR)
      this.#position = 'start';
    return chunk.length;
  }

  /** One byte anywhere but inside a line. A CR after a leading dot is held back: with an LF behind it, it is the end. */
  private step(byte: number): { readonly keepsCr: boolean; readonly dropsByte: boolean } {
    const was = this.#position;
    if (was === 'start' && byte === DOT) return this.moved('dot', true);
    if (was === 'dot' && byte === CR) return this.moved('dot-cr', true);
    if (was === 'dot-cr' && byte === LF) {
      this.#ended = true;
      return { keepsCr: false, dropsByte: true };
    }
    const afterCr = was === 'cr' || was === 'dot-cr';
    const next = byte === CR ? 'cr' : afterCr && byte === LF ? 'start' : 'inside';
    return { ...this.moved(next, false), keepsCr: was === 'dot-cr' };
  }

  private moved(position: Position, dropsByte: boolean): { keepsCr: boolean; dropsByte: boolean } {
    this.#position = position;
    return { keepsCr: false, dropsByte };
  }
}
