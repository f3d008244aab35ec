import { field, parseHeader, parseParameters, type HeaderField } from './header.js';

/** A MIME part: its own header and body bytes, and the parts inside a multipart or an attached message. */
export interface MimePart {
  readonly header: Buffer;
  readonly body: Buffer;
  readonly fields: readonly HeaderField[];
  readonly type: string;
  readonly subtype: string;
  readonly parameters: readonly (readonly [string, string])[];
  readonly children: readonly MimePart[];
}

const deepest = 20;

/** Cuts a message into its parts; whatever is malformed becomes a leaf. */
export function parseMime(raw: Buffer, fallback = 'text/plain', depth = 0): MimePart {
  const { header, body } = split(raw);
  const fields = parseHeader(header.toString('latin1'));
  const content = parseParameters(field(fields, 'content-type') ?? fallback);
  const [type = 'text', subtype = 'plain'] = (content.value.includes('/') ? content.value : fallback)
    .toLowerCase()
    .split('/');
  const part = { header, body, fields, type, subtype, parameters: content.parameters };
  return { ...part, children: depth < deepest ? childrenOf(part, depth + 1) : [] };
}

/** The header with the empty line that ends it, and the rest. */
export function split(raw: Buffer): { header: Buffer; body: Buffer } {
  const empty = raw[0] === 10 ? 1 : raw[0] === 13 && raw[1] === 10 ? 2 : 0;
  if (empty > 0) return { header: raw.subarray(0, empty), body: raw.subarray(empty) };
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')];
  const [crlf = -1, lf = -1] = ends;
  if (crlf < 0 && lf < 0) return { header: raw, body: Buffer.alloc(0) };
  const at = lf < 0 || (crlf >= 0 && crlf < lf) ? crlf + 4 : lf + 2;
  return { header: raw.subarray(0, at), body: raw.subarray(at) };
}

function childrenOf(
  { type, subtype, parameters, body }: Omit<MimePart, 'children'>,
  depth: number,
): MimePart[] {
  if (type === 'message' && subtype === 'rfc822') return [parseMime(body, 'text/plain', depth)];
  const boundary = parameters.find(([name]) => name === 'boundary')?.[1];
  if (type !== 'multipart' || !boundary) return [];
  const fallback = subtype === 'digest' ? 'message/rfc822' : 'text/plain';
  return sections(body, boundary).map((section) => parseMime(section, fallback, depth));
}

/** What lies between the boundary lines; the line break before a boundary belongs to it (RFC 2046 section 5.1.1). */
function sections(body: Buffer, boundary: string): Buffer[] {
  const text = body.toString('latin1');
  const line = new RegExp(
    `(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`,
    'g',
  );
  const found: Buffer[] = [];
  let start = -1;
  for (const match of text.matchAll(line)) {
    if (start >= 0) found.push(body.subarray(start, Math.max(start, match.index)));
    if (match[1]) return found;
    const end = match.index + match[0].length;
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  if (start >= 0) found.push(body.subarray(start));
  return found;
}
