import { libmime } from '../../mime/libmime.js';
import { fileName } from '../file-name.js';
import type { MailParts, PartSummary, ReadParts, TakeBytes } from '../mail-parts.js';
import type { PackedContent, PackedFile } from './packed-content.js';
import { isOpaque, openSigned } from './signed-mail.js';
import { openTnef } from './tnef.js';
import { uuencodedFiles } from './uuencoded-files.js';

const MOST_OPENED = 5;
const LARGEST = 67_108_864;

/**
 * The parts with what is packed in other ways than MIME beside them: uuencoded files leave the text, what Outlook packs
 * into winmail.dat (TNEF) takes its place, and what is inside an opaque S/MIME signature stands beside that, where it is all
 * there is. Their text counts where the mail has none. They come last, so that every other attachment keeps its index. Mail
 * without any, which is nearly all of it, pays a look at its types and its text.
 */
export async function openContainers(
  raw: Buffer,
  parts: MailParts,
  read: ReadParts,
  take?: TakeBytes,
): Promise<MailParts> {
  const coded = parts.text === null ? null : uuencodedFiles(parts.text);
  const packed = parts.attachments.filter((part) => isPacked(part, parts)).slice(0, MOST_OPENED);
  if (!coded && packed.length === 0) return parts;
  const opened = packed.length === 0 ? new Map<number, PackedContent>() : await openAll(raw, packed, read);
  const files = [
    ...[...opened.values()].flatMap((content) => content.files),
    ...plainFiles(coded?.files ?? []),
  ];
  const first = Math.max(-1, ...parts.attachments.map(({ index }) => index)) + 1;
  for (const [place, { bytes }] of files.entries()) take?.(first + place, bytes);
  const kept = parts.attachments.filter(
    (part) => !isTnef(part) || (opened.get(part.index)?.files.length ?? 0) === 0,
  );
  return {
    ...parts,
    ...bodyOf({ ...parts, text: coded ? filled(coded.text) : parts.text }, [...opened.values()]),
    attachments: [...kept, ...files.map((file, place) => summaryOf(file, first + place))],
  };
}

function isPacked(part: PartSummary, { text, html }: MailParts): boolean {
  return part.size <= LARGEST && (isTnef(part) || (isOpaque(part) && text === null && html === null));
}

function isTnef({ contentType, filename }: PartSummary): boolean {
  return /^application\/(vnd\.)?ms-tnef$/.test(contentType) || /^win(mail)?\.dat$/i.test(filename);
}

async function openAll(
  raw: Buffer,
  packed: readonly PartSummary[],
  read: ReadParts,
): Promise<Map<number, PackedContent>> {
  const pieces = new Map(packed.map(({ index }) => [index, [] as Buffer[]]));
  await read(raw, (index, bytes) => pieces.get(index)?.push(bytes));
  const opened = new Map<number, PackedContent>();
  for (const part of packed) {
    const bytes = Buffer.concat(pieces.get(part.index) ?? []);
    const content = isTnef(part) ? openTnef(bytes) : await openSigned(bytes, read);
    if (content) opened.set(part.index, content);
  }
  return opened;
}

function bodyOf(
  { text, html }: Pick<MailParts, 'text' | 'html'>,
  opened: readonly PackedContent[],
): Pick<MailParts, 'text' | 'html'> {
  const body = text === null && html === null ? opened.find((content) => content.text ?? content.html) : null;
  return body ? { text: filled(body.text ?? ''), html: filled(body.html ?? '') } : { text, html };
}

function plainFiles(files: readonly { filename: string; bytes: Buffer }[]): PackedFile[] {
  return files.map((file) => ({ ...file, contentType: '', contentId: null }));
}

function summaryOf({ filename, contentType, contentId, bytes }: PackedFile, index: number): PartSummary {
  const type = contentType || libmime.detectMimeType(filename);
  return { index, filename: fileName(filename), contentType: type, size: bytes.length, contentId };
}

// PostgreSQL takes no NUL in text; whoever stores a body must not have to know.
function filled(text: string): string | null {
  return text.trim() === '' ? null : text.replaceAll('\0', '');
}
