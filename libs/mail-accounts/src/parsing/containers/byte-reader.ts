/** Thrown where bytes end before what they promised: caught by whoever began to read them. */
export class EndOfBytes extends Error {}

/** Reads little-endian numbers and runs of bytes one after the other, and never beyond the end. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  u8(): number {
    return this.take(1).readUInt8(0);
  }

  u16(): number {
    return this.take(2).readUInt16LE(0);
  }

  u32(): number {
    return this.take(4).readUInt32LE(0);
  }

  /** A view of the next bytes. */
  take(length: number): Buffer {
    if (length > this.left) throw new EndOfBytes();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** The same, past what fills them up to a multiple of four; the last ones may lack it. */
  padded(length: number): Buffer {
    const bytes = this.take(length);
    this.#at += Math.min(this.left, (4 - (length % 4)) % 4);
    return bytes;
  }
}
