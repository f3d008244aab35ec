const LONGEST = 262_144;
const MOST_BLOCKS = 2_000;
const MOST_VALUES = 50;
/** Once per recipient: a second one begins the next block, also where the empty line was forgotten. */
const BEGINNING = new Set(['final-recipient', 'original-recipient']);

/** Header fields by lower-cased name, each with its values in order. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/**
 * The blocks of header fields of a text: delivery status (RFC 3464 section 2.1), feedback (RFC 5965) and the headers
 * of a returned mail are written so. Blocks end at empty lines; lines that are no field end nothing and say nothing.
 * Reads the first 256 KiB and 2,000 blocks.
 */
export function fieldBlocks(text: string): Fields[] {
  return text
    .slice(0, LONGEST)
    .replaceAll('\r', '')
    .split(/\n(?:[ \t]*\n)+/, MOST_BLOCKS)
    .flatMap(fieldsOf)
    .filter((fields) => fields.size > 0);
}

/** The first value of a field, empty ones skipped. */
export function first(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields.get(name)?.find((text) => text !== '');
    if (value !== undefined) return value;
  }
  return null;
}

function fieldsOf(block: string): Fields[] {
  let fields = new Map<string, string[]>();
  const blocks = [fields];
  for (const line of block.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name = '', value = ''] = /^([A-Za-z][\w-]{0,76})[ \t]{0,4}:(.*)$/.exec(line.trim()) ?? [];
    const key = name.toLowerCase();
    if (key === '') continue;
    if (BEGINNING.has(key) && fields.has(key)) blocks.push((fields = new Map()));
    const values = fields.get(key) ?? [];
    if (values.length < MOST_VALUES) fields.set(key, [...values, value.trim()]);
  }
  return blocks;
}
