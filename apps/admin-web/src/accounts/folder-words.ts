import { type MailboxFolder } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const { accounts } = words;

/** How deep a folder lies below others; 0 at the top. */
export function depthOf({ path, delimiter }: Pick<MailboxFolder, 'path' | 'delimiter'>): number {
  return delimiter === '' ? 0 : path.split(delimiter).length - 1;
}

/** What a folder is for and how much is in it, in a few words; empty where nobody knows. */
export function folderHint({ specialUse, selectable, messages, unseen }: MailboxFolder): string {
  const use = Object.entries(accounts.specialUses).find(([flag]) => flag === specialUse)?.[1];
  const count = messages === null ? undefined : accounts.mailsIn(messages, unseen ?? 0);
  return [use, selectable ? count : accounts.onlyHoldsOthers]
    .filter((part) => part !== undefined)
    .join(' · ');
}
