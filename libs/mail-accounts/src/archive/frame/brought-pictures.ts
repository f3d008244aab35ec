import { type MailParser } from '../../parsing/mail-parser.js';
import { type ReadableMail } from '../readable-mail.js';
import { type BroughtPicture, shownContentIds } from './framed-mail.js';
import { rasterType } from './raster-type.js';

const MOST_BYTES = 5_000_000;

/** The pictures that a mail's HTML shows and the mail brought along: made of pixels, five megabytes of them at most. */
export async function broughtPictures(
  parser: Pick<MailParser, 'attachment'>,
  raw: Buffer,
  { html, attachments }: Pick<ReadableMail, 'html' | 'attachments'>,
): Promise<BroughtPicture[]> {
  const wanted = shownContentIds(html ?? '');
  const pictures: BroughtPicture[] = [];
  let left = MOST_BYTES;
  for (const { index, contentId, size } of attachments) {
    if (contentId === null || !wanted.has(contentId) || size > left) continue;
    const found = await parser.attachment(raw, index);
    const bytes = found && Buffer.from(found.bytes.buffer);
    const contentType = bytes && rasterType(bytes);
    if (!bytes || !contentType) continue;
    left -= bytes.length;
    pictures.push({ contentId, contentType, bytes });
  }
  return pictures;
}
