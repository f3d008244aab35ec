import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';

/** All rules in their order. */
export const mailRulesQuery = queryOptions({
  queryKey: ['mail-rules'],
  queryFn: () => answer(api.GET('/api/mail-rules')),
});

export const mailRuleQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail-rules', id],
    queryFn: () => answer(api.GET('/api/mail-rules/{id}', { params: { path: { id } } })),
  });

export const recipientRoutesQuery = queryOptions({
  queryKey: ['recipient-routes'],
  queryFn: () => answer(api.GET('/api/recipient-routes')),
});

/** Where the helpdesk can put mail. */
export const destinationsQuery = queryOptions({
  queryKey: ['mail-destinations'],
  queryFn: () => answer(api.GET('/api/mail-destinations')),
  staleTime: 10_000,
});
