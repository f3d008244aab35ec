import { queryOptions, useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';

/** Everything the page knows. Health moves on by itself, so it asks again. */
export const ownMailboxesQuery = queryOptions({
  queryKey: ['own-mailboxes'],
  queryFn: () => answer(api.GET('/api/personal')),
  refetchInterval: 5_000,
});

/** How a trip to the provider ended. */
export const ownAuthorizationQuery = (id: string) =>
  queryOptions({
    queryKey: ['own-authorizations', id],
    queryFn: () => answer(api.GET('/api/personal/authorizations/{id}', { params: { path: { id } } })),
  });

/** Where to: a client to connect a mailbox with, or a mailbox to connect again. */
type Trip = { readonly clientId: string } | { readonly mailboxId: string };

/** Leaves for the provider; the browser comes back to this page. */
export function useTrip() {
  return useMutation({
    mutationFn: async (trip: Trip) => {
      const { redirectTo } = await answer(begin(trip));
      window.location.assign(redirectTo);
    },
  });
}

function begin(trip: Trip) {
  return 'clientId' in trip
    ? api.POST('/api/personal/authorizations', { body: trip })
    : api.POST('/api/personal/mailboxes/{id}/authorization', { params: { path: { id: trip.mailboxId } } });
}
