import { IconUserShare } from '@tabler/icons-react';
import { type Authorization } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { words } from '../i18n/words.js';
import { useBeginAuthorization } from './reconnect.js';

const { authorizations } = words;

/** After a sign-in as somebody else: lets the token become theirs, when an admin says so in so many words. */
export function AnotherIdentity({ authorization }: { authorization: Authorization }) {
  const { problem, clientId, tokenId, returnTo } = authorization;
  const begin = useBeginAuthorization();
  const { expected, actual } = problem?.params ?? {};
  if (problem?.code !== 'another-identity' || tokenId === null) return null;
  if (typeof expected !== 'string' || typeof actual !== 'string') return null;
  const trip = { clientId, tokenId, returnTo, loginHint: actual, anotherIdentity: 'allow' as const };
  return (
    <ConfirmedAct
      label={authorizations.useOther(actual)}
      title={authorizations.useOtherTitle(expected, actual)}
      consequence={authorizations.useOtherConsequence(expected, actual)}
      icon={<IconUserShare size={18} aria-hidden />}
      color="red"
      run={() => begin.mutateAsync(trip)}
      onDone={() => Promise.resolve()}
    />
  );
}
