import { decodeText } from '../charsets/decode-text.js';
import { ByteReader, EndOfBytes } from './byte-reader.js';
import { decompressRtf } from './compressed-rtf.js';
import { mapiProperties, mapiText, type MapiProperty, withoutEnd } from './mapi-properties.js';
import type { PackedContent, PackedFile } from './packed-content.js';
import { rtfBody } from './rtf-body.js';

const SIGNATURE = 0x223e9f78;
const MOST_ATTRIBUTES = 10_000;
const MOST_FILES = 500;
const DEEPEST = 5;

// Attributes ([MS-OXTNEF] section 2.1.3.3), without their types.
const BODY = 0x800c;
const ATTACH_DATA = 0x800f;
const ATTACH_TITLE = 0x8010;
const ATTACH_BEGINS = 0x9002;
const MESSAGE_PROPERTIES = 0x9003;
const ATTACH_PROPERTIES = 0x9005;
const OEM_CODE_PAGE = 0x9007;

// Properties ([MS-OXPROPS]).
const PR_BODY = 0x1000;
const PR_RTF = 0x1009;
const PR_HTML = 0x1013;
const PR_DISPLAY_NAME = 0x3001;
const PR_ATTACH_DATA = 0x3701;
const PR_ATTACH_FILENAME = 0x3704;
const PR_ATTACH_LONG_FILENAME = 0x3707;
const PR_ATTACH_TYPE = 0x370e;
const PR_ATTACH_CONTENT_ID = 0x3712;
const OBJECT = 0x0d;
const IID_LENGTH = 16;

interface Attachment {
  title: Buffer | null;
  data: Buffer | null;
  properties: ReadonlyMap<number, MapiProperty>;
}

/**
 * Opens a TNEF stream: its text and its files, those of messages inside it as well, five levels deep. The files are views
 * of the stream, nothing is copied. What was read before it breaks off counts. Null for bytes that are none.
 */
export function openTnef(bytes: Buffer, level = 0): PackedContent | null {
  const reader = new ByteReader(bytes);
  if (bytes.length < 6 || reader.u32() !== SIGNATURE) return null;
  reader.u16();
  const message = { codePage: null as string | null, body: null as Buffer | null };
  let properties: ReadonlyMap<number, MapiProperty> = new Map();
  const attachments: Attachment[] = [];
  for (const { id, data } of attributes(reader)) {
    const last = attachments.at(-1);
    if (id === OEM_CODE_PAGE && data.length >= 4) message.codePage = `cp${data.readUInt32LE(0)}`;
    else if (id === BODY) message.body ??= data;
    else if (id === MESSAGE_PROPERTIES) properties = mapiProperties(data);
    else if (id === ATTACH_BEGINS && attachments.length < MOST_FILES)
      attachments.push({ title: null, data: null, properties: new Map() });
    else if (id === ATTACH_TITLE && last) last.title = data;
    else if (id === ATTACH_DATA && last) last.data = data;
    else if (id === ATTACH_PROPERTIES && last) last.properties = mapiProperties(data);
  }
  const decode = (text: Buffer): string => withoutEnd(decodeText(text, message.codePage));
  return {
    ...bodyOf(properties, message.body, decode),
    files: attachments.flatMap((attachment) => filesOf(attachment, decode, level)),
  };
}

function attributes(reader: ByteReader): { id: number; data: Buffer }[] {
  const found: { id: number; data: Buffer }[] = [];
  try {
    while (reader.left > 0 && found.length < MOST_ATTRIBUTES) {
      reader.u8();
      const id = reader.u32() & 0xffff;
      const data = reader.take(reader.u32());
      found.push({ id, data });
      reader.u16();
    }
  } catch (error) {
    if (!(error instanceof EndOfBytes)) throw error;
  }
  return found;
}

function bodyOf(
  properties: ReadonlyMap<number, MapiProperty>,
  body: Buffer | null,
  decode: (bytes: Buffer) => string,
): Pick<PackedContent, 'text' | 'html'> {
  const text = mapiText(properties.get(PR_BODY), decode) ?? (body && decode(body));
  const html = mapiText(properties.get(PR_HTML), (bytes) => decodeText(bytes));
  if (text !== null || html !== null) return { text, html };
  const rtf = properties.get(PR_RTF);
  const plain = rtf ? decompressRtf(rtf.value) : null;
  return plain ? rtfBody(plain) : { text: null, html: null };
}

function filesOf(
  { title, data, properties }: Attachment,
  decode: (bytes: Buffer) => string,
  level: number,
): PackedFile[] {
  const word = (...ids: readonly number[]): string | null =>
    ids.map((id) => mapiText(properties.get(id), decode)).find((text) => text) ?? null;
  const filename =
    word(PR_ATTACH_LONG_FILENAME) ?? (title && decode(title)) ?? word(PR_ATTACH_FILENAME, PR_DISPLAY_NAME);
  const object = properties.get(PR_ATTACH_DATA);
  const bytes = data ?? object?.value ?? null;
  if (!bytes) return [];
  if (!data && object?.type === OBJECT) return innerFiles(bytes.subarray(IID_LENGTH), filename ?? '', level);
  const contentType = word(PR_ATTACH_TYPE)?.toLowerCase().trim() ?? '';
  const contentId = word(PR_ATTACH_CONTENT_ID)?.replaceAll(/^<|>$/g, '').trim() ?? null;
  return [{ filename: filename ?? '', contentType, contentId: contentId === '' ? null : contentId, bytes }];
}

/** A message inside the message: its text as a file of its own, and its files. */
function innerFiles(bytes: Buffer, title: string, level: number): PackedFile[] {
  const inner = level < DEEPEST ? openTnef(bytes, level + 1) : null;
  if (!inner) return [{ filename: title, contentType: 'application/octet-stream', contentId: null, bytes }];
  const file = (text: string | null, ending: string, contentType: string): PackedFile[] =>
    text
      ? [
          {
            filename: `${title || 'message'}${ending}`,
            contentType,
            contentId: null,
            bytes: Buffer.from(text),
          },
        ]
      : [];
  const html = file(inner.html, '.html', 'text/html');
  return [...(html.length > 0 ? html : file(inner.text, '.txt', 'text/plain')), ...inner.files];
}
