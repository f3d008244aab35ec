/** What tells whether a part is shown as the mail's text, or is a file. */
export interface TextPart {
  /** Content type, lower case. */
  readonly type: string;
  /** Content-Disposition, lower case; empty when the part says nothing. */
  readonly disposition: string;
  readonly filename: string | undefined;
  /** All there is of the mail; a form of the same as its siblings; the first of several parts; or a later one. */
  readonly place: 'alone' | 'alternative' | 'first' | 'later';
}

/**
 * Is a part of the mail's text? Plain text and HTML are, unless they say that they are attached, or have a name:
 * somebody's notes.txt is a file also where its mailer would show it inline. Where a mail consists of it, or in
 * multipart/alternative, a name means nothing; a first part may bear one where it says no disposition.
 */
export function isBodyPart({ type, disposition, filename, place }: TextPart): boolean {
  if (type !== 'text/plain' && type !== 'text/html') return false;
  if (disposition !== '' && disposition !== 'inline') return false;
  if (!filename || place === 'alone' || place === 'alternative') return true;
  return place === 'first' && disposition === '';
}
