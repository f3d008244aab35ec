import { redirectUriQuery } from '../api/queries.js';
import { type Client } from '../api/shapes.js';
import { usePart } from '../furniture/missing-parts.js';
import { CopyField } from '../furniture/copy-field.js';
import { words } from '../i18n/words.js';

/** Where the provider sends the browser back to; has to be registered there, letter for letter. */
export function RedirectUri({
  template,
  alias = null,
}: {
  template?: string;
  /** Of the product whose registration a client keeps. */
  alias?: Client['callbackAlias'];
}) {
  const { data } = usePart(redirectUriQuery);
  const hint = (template && words.clients.redirectUriHints[template]) ?? words.clients.redirectUriHint;
  const kept = data?.aliases.find((each) => each.alias === alias);
  return (
    <CopyField
      label={words.clients.redirectUri}
      description={hint}
      value={(kept ?? data)?.redirectUri ?? ''}
    />
  );
}
