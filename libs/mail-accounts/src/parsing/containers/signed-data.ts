const DEEPEST = 16;
/** 1.2.840.113549.1.7.2 (RFC 5652 section 5.1). */
const SIGNED_DATA = '2a864886f70d010702';

const OCTETS = 0x04;
const OID = 0x06;
const INTEGER = 0x02;
const SEQUENCE = 0x30;
const SET = 0x31;
const EXPLICIT = 0xa0;
const OCTETS_IN_PIECES = 0x24;
const CONSTRUCTED = 0x20;

/** An element of BER: where its content begins and ends; `end` is null where only a mark behind its content says it. */
interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number | null;
}

/**
 * What a CMS signature that is no signature beside the mail is wrapped around (RFC 5652 section 5), unchecked: whoever trusts
 * a signature asks somebody else. Null for anything else, what is encrypted among it, and for what breaks off.
 */
export function signedContent(cms: Buffer): Buffer | null {
  const walk = new Walk(cms);
  try {
    walk.enter(SEQUENCE);
    if (walk.bytes(OID).toString('hex') !== SIGNED_DATA) return null;
    walk.enter(EXPLICIT);
    walk.enter(SEQUENCE);
    walk.skip(INTEGER);
    walk.skip(SET);
    walk.enter(SEQUENCE);
    walk.skip(OID);
    walk.enter(EXPLICIT);
    return walk.octets();
  } catch (error) {
    if (error instanceof NotAsSaid) return null;
    throw error;
  }
}

/** Thrown where bytes are not what a step asked for. */
class NotAsSaid extends Error {}

/** Goes through BER (X.690 section 8) element by element, the indefinite lengths included, and never beyond the end. */
class Walk {
  readonly #cms: Buffer;
  #at = 0;

  constructor(cms: Buffer) {
    this.#cms = cms;
  }

  /** Into the next element, which has to have this tag. */
  enter(tag: number): Element {
    const element = this.head();
    if (element.tag !== tag) throw new NotAsSaid();
    return element;
  }

  bytes(tag: number): Buffer {
    const { start, end } = this.enter(tag);
    if (end === null) throw new NotAsSaid();
    this.#at = end;
    return this.#cms.subarray(start, end);
  }

  skip(tag: number): void {
    this.leave(this.enter(tag), 0);
  }

  /** The next element's octets, in one piece or in many. */
  octets(): Buffer {
    const element = this.head();
    if (element.tag === OCTETS && element.end !== null) return this.#cms.subarray(element.start, element.end);
    if (element.tag !== OCTETS_IN_PIECES) throw new NotAsSaid();
    const pieces: Buffer[] = [];
    while (!this.isOver(element)) pieces.push(this.bytes(OCTETS));
    return Buffer.concat(pieces);
  }

  private leave(element: Element, depth: number): void {
    if (element.end !== null) this.#at = element.end;
    else if (depth > DEEPEST || (element.tag & CONSTRUCTED) === 0) throw new NotAsSaid();
    else while (!this.isOver(element)) this.leave(this.head(), depth + 1);
  }

  /** True at the end of the element, and then past the mark that says so. */
  private isOver({ end }: Element): boolean {
    if (end !== null) return this.#at >= end;
    if (this.byte(this.#at) !== 0 || this.byte(this.#at + 1) !== 0) return false;
    this.#at += 2;
    return true;
  }

  private head(): Element {
    const tag = this.byte(this.#at);
    const first = this.byte(this.#at + 1);
    const digits = first > 0x80 ? first - 0x80 : 0;
    const start = this.#at + 2 + digits;
    if (digits > 6 || start > this.#cms.length) throw new NotAsSaid();
    const length = digits === 0 ? first : this.#cms.readUIntBE(this.#at + 2, digits);
    const end = first === 0x80 ? null : start + length;
    if (end !== null && end > this.#cms.length) throw new NotAsSaid();
    this.#at = start;
    return { tag, start, end };
  }

  private byte(at: number): number {
    const value = this.#cms[at];
    if (value === undefined) throw new NotAsSaid();
    return value;
  }
}
