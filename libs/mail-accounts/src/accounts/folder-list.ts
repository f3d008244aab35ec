import { z } from 'zod';

/** A folder to choose from. */
const folderSchema = z
  .object({
    path: z.string(),
    name: z.string(),
    delimiter: z.string(),
    /** RFC 6154: `\\Sent`, `\\Junk`…, and `\\Inbox`. */
    specialUse: z.string().nullable(),
    selectable: z.boolean(),
    messages: z.int().nullable(),
    unseen: z.int().nullable(),
  })
  .meta({ id: 'MailboxFolder' });

/** The folders of a mailbox, INBOX first, then by path; 5,000 at most. */
export const folderListSchema = z.object({ items: z.array(folderSchema) }).meta({ id: 'MailboxFolders' });
export type FolderList = z.infer<typeof folderListSchema>;
