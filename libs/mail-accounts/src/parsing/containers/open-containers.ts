import { libmime } from '../../mime/field-words.js';
import { fileName } from '../file-name.js';
import type { MailParts, PartSummary, TakeBytes } from '../mail-parts.js';
import { openTnef, type TnefContent } from './tnef.js';
import { uuencodedFiles } from './uuencoded-files.js';

const MOST_OPENED = 5;
const LARGEST = 67_108_864;

/** Reads a mail's parts once more and hands out the bytes of its attachments. */
type ReadAgain = (take: TakeBytes) => Promise<unknown>;

interface InnerFile {
  readonly filename: string;
  readonly contentType: string;
  readonly contentId: string | null;
  readonly bytes: Buffer;
}

/**
 * The parts with what is packed in other ways than MIME beside them: uuencoded files leave the text, and what Outlook packs
 * into winmail.dat (TNEF) takes its place, its text where the mail has none. They come last, so that every other
 * attachment keeps its index. Mail without any, which is nearly all of it, pays a look at its types and its text.
 */
export async function openContainers(
  parts: MailParts,
  readAgain: ReadAgain,
  take?: TakeBytes,
): Promise<MailParts> {
  const coded = parts.text === null ? null : uuencodedFiles(parts.text);
  const packed = parts.attachments.filter(isTnef).slice(0, MOST_OPENED);
  if (!coded && packed.length === 0) return parts;
  const opened = packed.length === 0 ? new Map<number, TnefContent>() : await openAll(packed, readAgain);
  const files = [
    ...[...opened.values()].flatMap((content) => content.files),
    ...plainFiles(coded?.files ?? []),
  ];
  const first = Math.max(-1, ...parts.attachments.map(({ index }) => index)) + 1;
  for (const [place, { bytes }] of files.entries()) take?.(first + place, bytes);
  const kept = parts.attachments.filter(({ index }) => (opened.get(index)?.files.length ?? 0) === 0);
  return {
    ...parts,
    ...bodyOf({ ...parts, text: coded ? filled(coded.text) : parts.text }, [...opened.values()]),
    attachments: [...kept, ...files.map((file, place) => summaryOf(file, first + place))],
  };
}

function isTnef({ contentType, filename, size }: PartSummary): boolean {
  const named = /^application\/(vnd\.)?ms-tnef$/.test(contentType);
  return (named || /^win(mail)?\.dat$/i.test(filename)) && size <= LARGEST;
}

async function openAll(
  packed: readonly PartSummary[],
  readAgain: ReadAgain,
): Promise<Map<number, TnefContent>> {
  const pieces = new Map(packed.map(({ index }) => [index, [] as Buffer[]]));
  await readAgain((index, bytes) => pieces.get(index)?.push(bytes));
  const opened = [...pieces].map(([index, bytes]) => [index, openTnef(Buffer.concat(bytes))] as const);
  return new Map(opened.flatMap(([index, content]) => (content ? [[index, content] as const] : [])));
}

function bodyOf(
  { text, html }: Pick<MailParts, 'text' | 'html'>,
  opened: readonly TnefContent[],
): Pick<MailParts, 'text' | 'html'> {
  const body = text === null && html === null ? opened.find((content) => content.text ?? content.html) : null;
  return body ? { text: filled(body.text ?? ''), html: filled(body.html ?? '') } : { text, html };
}

function plainFiles(files: readonly { filename: string; bytes: Buffer }[]): InnerFile[] {
  return files.map((file) => ({ ...file, contentType: '', contentId: null }));
}

function summaryOf({ filename, contentType, contentId, bytes }: InnerFile, index: number): PartSummary {
  const type = contentType || libmime.detectMimeType(filename);
  return { index, filename: fileName(filename), contentType: type, size: bytes.length, contentId };
}

// PostgreSQL takes no NUL in text; whoever stores a body must not have to know.
function filled(text: string): string | null {
  return text.trim() === '' ? null : text.replaceAll('\0', '');
}
