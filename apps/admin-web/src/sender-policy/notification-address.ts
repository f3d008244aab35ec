import { type Server } from '../api/shapes.js';

/** The address that a server can send notifications from: the first that its filter lists, else its mailbox. */
export function notificationAddress({
  fromFilter,
  login,
}: Pick<Server, 'fromFilter' | 'login'>): string | null {
  const listed = fromFilter
    .split(',')
    .map((entry) => entry.trim())
    .find((entry) => entry.includes('@') && !entry.includes('*'));
  return listed ?? (login.includes('@') ? login : null);
}
