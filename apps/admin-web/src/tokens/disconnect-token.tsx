import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Token } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { notifyDone, notifyTrouble } from '../furniture/notify.js';
import { type Act } from '../furniture/act.js';
import { words } from '../i18n/words.js';

const { tokens } = words;

/** Letting go of a grant and keeping the token, so that what uses it can be connected again. */
export function useDisconnect({ id, mailbox }: Token): Act {
  const queries = useQueryClient();
  return {
    label: tokens.disconnect,
    title: tokens.disconnectTitle(mailbox),
    consequence: tokens.disconnectConsequence,
    color: 'gray',
    run: async () => {
      const path = { params: { path: { id } } };
      const { revocation } = await answer(api.POST('/api/tokens/{id}/disconnect', path));
      const told = tokens.disconnected[revocation];
      if (revocation === 'done') notifyDone(told);
      else notifyTrouble(told);
    },
    onDone: () => queries.invalidateQueries(),
  };
}

/** The button for it. */
export function DisconnectToken({ token }: { token: Token }) {
  return <ConfirmedAct {...useDisconnect(token)} icon={<IconPlugConnectedX size={18} aria-hidden />} />;
}
