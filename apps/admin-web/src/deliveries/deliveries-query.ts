import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { lookOn } from '../api/look-on.js';
import { refreshed } from '../api/refreshed.js';
import { type Delivery } from '../api/shapes.js';
import { type MailQuest } from '../furniture/mail-list.js';

type Outcome = Delivery['outcome'];

/** The newest deliveries of an account with one outcome. */
export const deliveriesQuery = (id: string, outcome: Outcome) =>
  queryOptions({
    queryKey: ['accounts', id, 'deliveries', outcome, 'newest'],
    queryFn: () =>
      answer(api.GET('/api/accounts/{id}/deliveries', { params: { path: { id }, query: { outcome } } })),
    refetchInterval: 10_000,
  });

/** The deliveries of an account that are asked for, page by page. */
export const allDeliveriesQuery = (id: string, { state, search, sort }: MailQuest<Outcome>) =>
  infiniteQueryOptions({
    queryKey: ['accounts', id, 'deliveries', 'pages', state, search, sort],
    queryFn: ({ pageParam, signal }) => {
      const asked = { sort, ...(state ? { outcome: state } : {}), ...(search === '' ? {} : { search }) };
      const ask = (before: string | undefined) => {
        const query = { ...asked, ...(before === undefined ? {} : { before }) };
        return answer(api.GET('/api/accounts/{id}/deliveries', { params: { path: { id }, query }, signal }));
      };
      return lookOn(ask, pageParam);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => refreshed(10_000, search, data?.pages.length),
  });
