import { type ImapFlow } from 'imapflow';

/**
 * Keeps imapflow from having changes numbered (CONDSTORE, RFC 7162) while it signs in: it would ask for the number of every
 * mail, and nobody here asks what changed since. What a server says of them cannot be wrong then, and there is one
 * question less. Call the returned function when signed in.
 */
export function withoutChangeNumbers(client: ImapFlow): () => void {
  const forget = (): void => void client.capabilities.delete('CONDSTORE');
  client.on('response', forget);
  return () => client.off('response', forget);
}
