import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Account } from '../api/shapes.js';
import { notifyDone } from '../furniture/notify.js';
import { words } from '../i18n/words.js';

/** Where the one button leads from each state. */
export const NEXT_STATE = { draft: 'live', live: 'paused', paused: 'live', archived: 'paused' } as const;

/** Moves an account to another state; live only after a test on the server. */
export function useAccountState(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (state: Account['state']) =>
      answer(api.POST('/api/accounts/{id}/state', { params: { path: { id } }, body: { state } })),
    onSuccess: ({ state }) => notifyDone(words.accounts.nowIn[state]),
    onSettled: () => queries.invalidateQueries(),
  });
}
