import { sentDate } from '../parsing/sent-date.js';

/** A header longer than this is not looked through to its end. */
const HEADER_BYTES = 65_536;

/**
 * When the server took a mail, by the topmost Received header (RFC 5321 section 4.4): its own, since every server puts
 * it on top. Null where there is none with a date.
 */
export function receivedDate(source: Buffer): Date | null {
  const head = source.subarray(0, HEADER_BYTES).toString('latin1');
  const header = /^(?:.+\r?\n)*/.exec(head)?.[0] ?? '';
  const received = /^received[ \t]*:((?:.*\r?\n[ \t])*.*)/im.exec(header)?.[1];
  return sentDate(received?.replaceAll(/\r?\n/g, ' ').split(';').at(-1));
}
