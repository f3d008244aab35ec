import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Token } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { notifyDone, notifyTrouble } from '../furniture/notify.js';
import { words } from '../i18n/words.js';

const { tokens } = words;

/** Lets go of the grant and keeps the token, so that what uses it can be connected again. */
export function DisconnectToken({ token: { id, mailbox } }: { token: Token }) {
  const queries = useQueryClient();
  const run = async () => {
    const path = { params: { path: { id } } };
    const { revocation } = await answer(api.POST('/api/tokens/{id}/disconnect', path));
    const told = tokens.disconnected[revocation];
    if (revocation === 'done') notifyDone(told);
    else notifyTrouble(told);
  };
  return (
    <ConfirmedAct
      label={tokens.disconnect}
      title={tokens.disconnectTitle(mailbox)}
      consequence={tokens.disconnectConsequence}
      icon={<IconPlugConnectedX size={18} aria-hidden />}
      color="gray"
      run={run}
      onDone={() => queries.invalidateQueries()}
    />
  );
}
