import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { notifyDone, notifyProblem, notifyTrouble } from '../furniture/notify.js';
import { words } from '../i18n/words.js';

const { tokens } = words;

/** Has a token renewed at once and says at the edge of the page what came of it; the token itself says why. */
export function useRefreshToken(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/tokens/{id}/refresh', { params: { path: { id } } })),
    onSuccess: ({ failure }) => (failure ? notifyTrouble(tokens.notRefreshed) : notifyDone(tokens.refreshed)),
    onError: notifyProblem,
    // The provider's answer judges the client, too.
    onSettled: () =>
      Promise.all(['tokens', 'clients'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
