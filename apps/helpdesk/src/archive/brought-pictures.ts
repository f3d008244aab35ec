import { type MailArchive } from '@mailroom/plugin';
import { type BroughtPicture, shownContentIds } from './framed-mail.js';
import { rasterType } from './raster-type.js';

const MOST_BYTES = 5_000_000;

/** The pictures that a mail's HTML shows and the mail brought along: made of pixels, five megabytes of them at most. */
export async function broughtPictures(
  archive: MailArchive,
  deliveryId: string,
  mail: Awaited<ReturnType<MailArchive['read']>>,
): Promise<BroughtPicture[]> {
  const wanted = shownContentIds(mail.html ?? '');
  const pictures: BroughtPicture[] = [];
  let left = MOST_BYTES;
  for (const { index, contentId, size } of mail.attachments) {
    if (contentId === null || !wanted.has(contentId) || size > left) continue;
    const { bytes } = await archive.attachment(deliveryId, index);
    left -= bytes.length;
    const contentType = rasterType(bytes);
    if (contentType !== null) pictures.push({ contentId, contentType, bytes });
  }
  return pictures;
}
