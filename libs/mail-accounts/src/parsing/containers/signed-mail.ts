import type { MailParts, PartSummary, ReadParts } from '../mail-parts.js';
import type { PackedContent } from './packed-content.js';
import { signedContent } from './signed-data.js';

const HEAD = 4_096;

/** May this part be S/MIME that hides the mail from whoever does not open it (RFC 8551 section 3.5.2)? */
export function isOpaque({ contentType, filename }: Pick<PartSummary, 'contentType' | 'filename'>): boolean {
  return /^application\/(x-)?pkcs7-mime$/.test(contentType) || /^smime\.p7m$/i.test(filename);
}

/**
 * The mail inside an opaque signature: its text and its files. Null where there is none to be read: it is encrypted, or a
 * signed file, such as an invoice, which whoever gets it opens themselves.
 */
export async function openSigned(packed: Buffer, read: ReadParts): Promise<PackedContent | null> {
  const mail = signedContent(packed);
  if (!mail || !isMail(mail)) return null;
  const pieces = new Map<number, Buffer[]>();
  const take = (index: number, bytes: Buffer): void => {
    const known = pieces.get(index);
    if (known) known.push(bytes);
    else pieces.set(index, [bytes]);
  };
  const inside = await read(mail, take).catch(() => null);
  return inside && { text: inside.text, html: inside.html, files: filesOf(inside, pieces) };
}

function isMail(content: Buffer): boolean {
  const [head = ''] = content.toString('latin1', 0, HEAD).split(/\r?\n\r?\n/);
  return /^content-type:/im.test(head) && head.split(/\r?\n/).every((line) => /^([\w-]+:|[ \t])/.test(line));
}

function filesOf({ attachments }: MailParts, pieces: ReadonlyMap<number, readonly Buffer[]>) {
  return attachments.map(({ index, filename, contentType, contentId }) => {
    const bytes = Buffer.concat(pieces.get(index) ?? []);
    return { filename, contentType, contentId, bytes };
  });
}
