/** Stubs are a few lines; whatever is larger is mail. */
const LARGEST_STUB = 16_384;

const SUBJECT = /^Subject: Retrieval using the (IMAP4?|POP3?)\S* protocol failed for the following message/im;
const SAYS = /server couldn'?t retrieve the following message|message could ?n[o']t be retrieved/i;

/**
 * Is this not the mail but the server's word that it cannot give it now? Exchange answers so, with a well-formed message
 * of its own making, when it fails to convert a mail; later it often succeeds. Nobody delivered a stub, so it has no
 * Received field (RFC 5321 section 4.4): mail that quotes or imitates one came from somewhere, and is mail. So is
 * nothing at all not a mail either.
 */
export function isStubMail(source: Buffer): boolean {
  if (source.length === 0) return true;
  if (source.length > LARGEST_STUB) return false;
  const text = source.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const header = end ? text.slice(0, end.index) : text;
  if (/^Received:/im.test(header)) return false;
  return SUBJECT.test(header) || (!/^Message-ID:/im.test(header) && SAYS.test(text.slice(header.length)));
}
