import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Server } from '../api/shapes.js';
import { notifyDone } from '../furniture/notify.js';
import { words } from '../i18n/words.js';

/** Where the one button leads from each state. */
export const NEXT_STATE = { draft: 'live', live: 'paused', paused: 'live', archived: 'paused' } as const;

/** Moves a server to another state. */
export function useServerState(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (state: Server['state']) =>
      answer(api.POST('/api/servers/{id}/state', { params: { path: { id } }, body: { state } })),
    onSuccess: ({ state }) => notifyDone(words.servers.nowIn[state]),
    onSettled: () => queries.invalidateQueries(),
  });
}
