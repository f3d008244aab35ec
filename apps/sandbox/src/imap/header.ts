/** One header field as it lies in the message: `raw` with its folding and line end, `value` unfolded. All latin1. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
  readonly raw: string;
}

/** The fields of a header block, in order; lines that belong to no field are skipped. */
export function parseHeader(block: string): readonly HeaderField[] {
  const fields = block.match(/^[^\s:][^:\r\n]*:.*(?:\r?\n[ \t].*)*(?:\r?\n|$)/gm) ?? [];
  return fields.map((raw) => {
    const colon = raw.indexOf(':');
    const value = raw
      .slice(colon + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    return { name: raw.slice(0, colon).trim().toLowerCase(), value, raw };
  });
}

/** The first field of that name. */
export function field(fields: readonly HeaderField[], name: string): string | null {
  return fields.find((candidate) => candidate.name === name)?.value ?? null;
}

/** A structured value and its parameters: `text/plain; charset="x"` (RFC 2045 section 5.1). */
export function parseParameters(value: string): {
  readonly value: string;
  readonly parameters: readonly (readonly [string, string])[];
} {
  const [first = '', ...rest] = value.match(/(?:"(?:[^"\\]|\\.)*"|[^;"])+/g) ?? [];
  const parameters = rest.flatMap((part) => {
    const equals = part.indexOf('=');
    const text = part.slice(equals + 1).trim();
    return equals < 0
      ? []
      : [
          [
            part.slice(0, equals).trim().toLowerCase(),
            text.replace(/^"(.*)"$/s, '$1').replace(/\\(.)/g, '$1'),
          ] as const,
        ];
  });
  return { value: first.trim(), parameters };
}
