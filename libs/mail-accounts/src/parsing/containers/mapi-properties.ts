import { ByteReader, EndOfBytes } from './byte-reader.js';

const MOST = 4_000;
const MOST_VALUES = 10_000;
const NAMED = 0x8000;
const MANY = 0x1000;

/** Bytes of the types that have a fixed size, as they are laid out here ([MS-OXTNEF] section 2.1.3.5). */
const FIXED: Readonly<Record<number, number>> = {
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};
const STRING = 0x1e;
const WIDE_STRING = 0x1f;
const VARIABLE = new Set([STRING, WIDE_STRING, 0x0d, 0x0102]);

/** One property's first value. */
export interface MapiProperty {
  readonly type: number;
  readonly value: Buffer;
}

/** The properties of a MAPI object by id, first values only; named ones are passed over. What cannot be read ends the list. */
export function mapiProperties(bytes: Buffer): ReadonlyMap<number, MapiProperty> {
  const properties = new Map<number, MapiProperty>();
  const reader = new ByteReader(bytes);
  try {
    for (let left = Math.min(reader.u32(), MOST); left > 0; left -= 1) {
      const [type, id] = [reader.u16(), reader.u16()];
      if (id >= NAMED) skipName(reader);
      const value = firstValue(reader, type);
      if (value && !properties.has(id)) properties.set(id, { type: type & ~MANY, value });
    }
  } catch (error) {
    if (!(error instanceof EndOfBytes)) throw error;
  }
  return properties;
}

/** Text of a string property; of binary text too, which HTML comes as. */
export function mapiText(
  property: MapiProperty | undefined,
  decode: (bytes: Buffer) => string,
): string | null {
  if (!property) return null;
  const wide = property.type === WIDE_STRING;
  const text = wide ? new TextDecoder('utf-16le').decode(property.value) : decode(property.value);
  return withoutEnd(text);
}

/** The text without the NULs that end it; by steps, since a pattern would begin anew at each of a long run. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}

function skipName(reader: ByteReader): void {
  reader.take(16);
  if (reader.u32() === 0) reader.take(4);
  else reader.padded(reader.u32());
}

function firstValue(reader: ByteReader, type: number): Buffer | null {
  const plain = type & ~MANY;
  const variable = VARIABLE.has(plain);
  const size = FIXED[plain];
  if (!variable && size === undefined) throw new EndOfBytes();
  const count = variable || type !== plain ? reader.u32() : 1;
  if (count > MOST_VALUES) throw new EndOfBytes();
  const values = Array.from({ length: count }, () =>
    variable ? reader.padded(reader.u32()) : reader.take(size ?? 0),
  );
  return values[0] ?? null;
}
