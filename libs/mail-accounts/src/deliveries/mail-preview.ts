import { z } from 'zod';
import { type ReadableMail } from '../archive/readable-mail.js';

/** As much text as a preview shows. */
const LONGEST_TEXT = 20_000;

/** Whether the HTML may load pictures from elsewhere, which tells their owners that the mail was read. */
export const previewHtmlQuerySchema = z.object({ pictures: z.enum(['own', 'remote']).default('own') });
export type PreviewHtmlQuery = z.infer<typeof previewHtmlQuerySchema>;

const addressSchema = z.object({ name: z.string(), address: z.string() });

/** A mail at a glance. Its HTML, where it has some, is a page of its own for a sandboxed frame. */
export const mailPreviewSchema = z
  .object({
    from: addressSchema.nullable(),
    to: z.array(addressSchema),
    cc: z.array(addressSchema),
    subject: z.string(),
    date: z.iso.datetime().nullable(),
    messageId: z.string().nullable(),
    /** At most 20,000 characters of it. */
    text: z.string(),
    hasHtml: z.boolean(),
    /** Remote pictures that its HTML does not load unless it is asked to. */
    remotePictures: z.int(),
    /** `index` is the handle for the download. */
    attachments: z.array(
      z.object({ index: z.int(), filename: z.string(), contentType: z.string(), size: z.int() }),
    ),
    /** Codes of what could not be read. */
    defects: z.array(z.string()),
  })
  .meta({ id: 'MailPreview' });
export type MailPreview = z.infer<typeof mailPreviewSchema>;

/** A readable mail as the preview shows it. */
export function mailPreview(mail: ReadableMail): MailPreview {
  const { from, to, cc, subject, messageId } = mail;
  return {
    from,
    to: [...to],
    cc: [...cc],
    subject,
    date: mail.date?.toISOString() ?? null,
    messageId,
    text: mail.text.slice(0, LONGEST_TEXT),
    hasHtml: mail.html !== null,
    remotePictures: mail.remoteContent,
    attachments: mail.attachments.map(({ index, filename, contentType, size }) => ({
      index,
      filename,
      contentType,
      size,
    })),
    defects: [...mail.defects],
  };
}
