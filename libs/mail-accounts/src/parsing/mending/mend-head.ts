import { ENCODINGS, isContentType } from '../../mime/known-content.js';

const TOKEN = String.raw`[^\s/;,"()<>=]+`;
const typed = new RegExp(`^(\\s*${TOKEN}/${TOKEN})[\\s,]+(?=[\\w*-]+\\s*=)`);
const first = new RegExp(`^\\s*"?(${TOKEN})?/?(${TOKEN})?"?`);

/**
 * The header of a part with what its mailer got wrong put right, as far as it can only mean one thing: fields that go on
 * without a space before them, a content type without its second half or its semicolon, an encoding in quotes. Text that
 * is no kind of text that can be shown is shown as plain text (RFC 2046 section 4.1.4) where the mail is nothing else.
 */
export function mendHead(head: string, alone: boolean): string {
  return fieldsOf(head)
    .map((field) => mendField(field, alone && !/^content-disposition[ \t]*:/im.test(head)))
    .join('');
}

function fieldsOf(head: string): string[] {
  const fields: string[] = [];
  for (const line of head.split(/(?<=\n)/)) {
    const last = fields.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) fields[fields.length - 1] = last + line;
    else if (last !== undefined && goesOn(last, line)) fields[fields.length - 1] = `${last} ${line}`;
    else fields.push(line);
  }
  return fields;
}

function goesOn(field: string, line: string): boolean {
  if (!/^content-(type|disposition)[ \t]*:/i.test(field) || line.trim() === '') return false;
  if (field.length > 4_096) return false;
  if (/;\s*$/.test(field)) return /^[\w*-]+\s*=/.test(line);
  const isInQuotedValue = (field.split('"').length - 1) % 2 === 1 && /=[ \t]*"[^"]*$/.test(field);
  return isInQuotedValue && !/^content-/i.test(line);
}

function mendField(field: string, alone: boolean): string {
  const [, name = '', value = ''] = /^(content-(?:type|transfer-encoding))[ \t]*:([^]*)$/i.exec(field) ?? [];
  if (name === '' || value.length > 8_192) return field;
  const mended = /type$/i.test(name) ? mendType(value, alone) : mendEncoding(value);
  return mended === value ? field : `${name}:${mended}`;
}

function mendType(value: string, alone: boolean): string {
  const parted = value.replace(typed, '$1; ').replaceAll(/("[^"]*"|=[^\s;"()]+)\s*\([^()"]{0,200}\)/g, '$1');
  const [stated, type = '', subtype = ''] = first.exec(parted) ?? [''];
  const known = `${type}/${subtype}`.toLowerCase();
  if (isContentType(known))
    return alone && isOtherText(parted, known) ? withType(parted, stated, 'text/plain') : parted;
  return withType(parted, stated, meant(type.toLowerCase(), parted));
}

function withType(value: string, stated: string, type: string): string {
  const rest = value.slice(stated.length).replace(/^[^;]*?(?=;|\r?\n$|$)/, '');
  return ` ${type}${rest === '' ? '\r\n' : rest}`;
}

function meant(word: string, value: string): string {
  if (/\bhtml\b/i.test(value.split(';')[0] ?? '')) return 'text/html';
  if (word === 'multipart') return 'multipart/mixed';
  if (word !== 'text' && /\bname\*?\d*\*?\s*=/i.test(value)) return 'application/octet-stream';
  return 'text/plain';
}

function isOtherText(value: string, type: string): boolean {
  return type.startsWith('text/') && !FILES.test(type) && !/\bname\*?\d*\*?\s*=/i.test(value);
}

/** Kinds of text that are of use as a file, or no text to anybody's eyes. */
const FILES =
  /^text\/(plain|html|calendar|csv|tab-separated-values|x?-?vcard|x-vcalendar|directory|rtf|xml|css|javascript)$/;

function mendEncoding(value: string): string {
  const word = value.replaceAll(/["';,\s]+/g, '').toLowerCase();
  return ENCODINGS.has(word) ? ` ${word}\r\n` : value;
}
