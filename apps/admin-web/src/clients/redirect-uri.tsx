import { useQuery } from '@tanstack/react-query';
import { redirectUriQuery } from '../api/queries.js';
import { CopyField } from '../furniture/copy-field.js';
import { words } from '../i18n/words.js';

/** Where the provider sends the browser back to; has to be registered there, letter for letter. */
export function RedirectUri({ template }: { template?: string }) {
  const { data } = useQuery(redirectUriQuery);
  const hint = (template && words.clients.redirectUriHints[template]) ?? words.clients.redirectUriHint;
  return <CopyField label={words.clients.redirectUri} description={hint} value={data?.redirectUri ?? ''} />;
}
