import { type MailParser } from '../../parsing/mail-parser.js';
import { type ReadableMail } from '../readable-mail.js';
import { type BroughtPicture, shownContentIds } from './framed-mail.js';
import { rasterType } from './raster-type.js';

const MOST_BYTES = 5_000_000;

/** The pictures that a mail's HTML shows and the mail brought along: made of pixels, five megabytes of them at most. */
export async function broughtPictures(
  parser: Pick<MailParser, 'attachments'>,
  raw: Buffer,
  { html, attachments }: Pick<ReadableMail, 'html' | 'attachments'>,
): Promise<BroughtPicture[]> {
  const shown = thatFit(attachments, shownContentIds(html ?? ''));
  if (shown.length === 0) return [];
  const indexes = shown.map(({ index }) => index);
  const found = await parser.attachments(raw, { indexes, most: MOST_BYTES });
  return shown.flatMap(({ contentId }, place) => {
    const picture = found.attachments[place];
    const bytes = picture && Buffer.from(picture.bytes.buffer);
    const contentType = bytes && rasterType(bytes);
    return bytes && contentType ? [{ contentId, contentType, bytes }] : [];
  });
}

function thatFit(attachments: ReadableMail['attachments'], wanted: ReadonlySet<string>) {
  let left = MOST_BYTES;
  return attachments.flatMap(({ index, contentId, size }) => {
    if (contentId === null || !wanted.has(contentId) || size > left) return [];
    left -= size;
    return [{ index, contentId }];
  });
}
