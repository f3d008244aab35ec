import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from './api.js';
import { type operations } from './schema.gen.js';

/** What a list of clients can be asked for. */
export type ClientFilter = NonNullable<operations['listClients']['parameters']['query']>;
/** What a list of tokens can be asked for. */
export type TokenFilter = NonNullable<operations['listTokens']['parameters']['query']>;

// Health moves on by itself: what shows it asks again.
const WATCHED = { refetchInterval: 5_000 } as const;

/** Who is signed in, and what this installation is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer(api.GET('/api/session')),
  staleTime: 60_000,
});

/** What there is to warn about now; the stream of the server says when to ask again. */
export const bannersQuery = queryOptions({
  queryKey: ['banners'],
  queryFn: () => answer(api.GET('/api/banners')),
});

/** What there was to warn about, from `offset` on. */
export type HistoryFilter = NonNullable<operations['listBannerHistory']['parameters']['query']>;

export const bannerHistoryQuery = (query: HistoryFilter) =>
  queryOptions({
    queryKey: ['banners', 'history', query],
    queryFn: () => answer(api.GET('/api/banners/history', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const templatesQuery = queryOptions({
  queryKey: ['client-templates'],
  queryFn: () => answer(api.GET('/api/client-templates')),
  staleTime: Infinity,
});

export const redirectUriQuery = queryOptions({
  queryKey: ['redirect-uri'],
  queryFn: () => answer(api.GET('/api/redirect-uri')),
  staleTime: Infinity,
});

/** A page of clients; the former one stays in view until it is there. */
export const clientsQuery = (query: ClientFilter) =>
  queryOptions({
    queryKey: ['clients', 'page', query],
    queryFn: () => answer(api.GET('/api/clients', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ['clients', id],
    queryFn: () => answer(api.GET('/api/clients/{id}', { params: { path: { id } } })),
  });

/** A page of tokens; the former one stays in view until it is there. */
export const tokensQuery = (query: TokenFilter) =>
  queryOptions({
    queryKey: ['tokens', 'page', query],
    queryFn: () => answer(api.GET('/api/tokens', { params: { query } })),
    placeholderData: keepPreviousData,
    ...WATCHED,
  });

export const tokenQuery = (id: string) =>
  queryOptions({
    queryKey: ['tokens', id],
    queryFn: () => answer(api.GET('/api/tokens/{id}', { params: { path: { id } } })),
    ...WATCHED,
  });

export const authorizationQuery = (id: string) =>
  queryOptions({
    queryKey: ['authorizations', id],
    queryFn: () => answer(api.GET('/api/authorizations/{id}', { params: { path: { id } } })),
  });

/** What a list of accounts can be asked for. */
export type AccountFilter = NonNullable<operations['listAccounts']['parameters']['query']>;

/** A page of accounts; the former one stays in view until it is there. */
export const accountsPageQuery = (query: AccountFilter) =>
  queryOptions({
    queryKey: ['accounts', 'page', query],
    queryFn: () => answer(api.GET('/api/accounts', { params: { query } })),
    placeholderData: keepPreviousData,
    ...WATCHED,
  });

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', id],
    queryFn: () => answer(api.GET('/api/accounts/{id}', { params: { path: { id } } })),
    ...WATCHED,
  });

/** What a list of servers can be asked for. */
export type ServerFilter = NonNullable<operations['listServers']['parameters']['query']>;

/** A page of servers; the former one stays in view until it is there. */
export const serversPageQuery = (query: ServerFilter) =>
  queryOptions({
    queryKey: ['servers', 'page', query],
    queryFn: () => answer(api.GET('/api/servers', { params: { query } })),
    placeholderData: keepPreviousData,
    ...WATCHED,
  });

export const serverQuery = (id: string) =>
  queryOptions({
    queryKey: ['servers', id],
    queryFn: () => answer(api.GET('/api/servers/{id}', { params: { path: { id } } })),
    ...WATCHED,
  });

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => answer(api.GET('/api/webhooks')),
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: () => answer(api.GET('/api/webhooks/{id}', { params: { path: { id } } })),
    refetchInterval: 5_000,
  });

export type MessageFilter = NonNullable<operations['listWebhookMessages']['parameters']['query']>;

/** What a webhook was told, as far as it is asked for, page by page. */
export const webhookMessagesQuery = (id: string, filter: MessageFilter) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'messages', filter],
    queryFn: ({ pageParam }) => {
      const query = { ...filter, ...(pageParam === undefined ? {} : { before: pageParam }) };
      return answer(api.GET('/api/webhooks/{id}/messages', { params: { path: { id }, query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });

export const invokersQuery = queryOptions({
  queryKey: ['invokers'],
  queryFn: () => answer(api.GET('/api/invokers')),
});

export const invokerQuery = (id: string) =>
  queryOptions({
    queryKey: ['invokers', id],
    queryFn: () => answer(api.GET('/api/invokers/{id}', { params: { path: { id } } })),
  });

/** What a list of calls can be asked for. */
export type CallFilter = NonNullable<operations['listInvokerCalls']['parameters']['query']>;

/** A page of the calls of an invoker; the former one stays in view until it is there. */
export const invokerCallsQuery = (id: string, query: CallFilter) =>
  queryOptions({
    queryKey: ['invokers', id, 'calls', query],
    queryFn: () => answer(api.GET('/api/invokers/{id}/calls', { params: { path: { id }, query } })),
    placeholderData: keepPreviousData,
    ...WATCHED,
  });

/** All accounts and servers, summed up. */
export const totalsQuery = queryOptions({
  queryKey: ['totals'],
  queryFn: () => answer(api.GET('/api/totals')),
  ...WATCHED,
});

/** Mail in and out by hour or by day. */
export const mailFlowQuery = (by: 'hour' | 'day') =>
  queryOptions({
    queryKey: ['mail-flow', by],
    queryFn: () => answer(api.GET('/api/mail-flow', { params: { query: { by } } })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

/** The processes that fetch and send. */
export const instancesQuery = queryOptions({
  queryKey: ['instances'],
  queryFn: () => answer(api.GET('/api/instances')),
  ...WATCHED,
});

export const senderPolicyQuery = queryOptions({
  queryKey: ['sender-policy'],
  queryFn: () => answer(api.GET('/api/sender-policy')),
});

export const senderSetUpsQuery = queryOptions({
  queryKey: ['sender-policy', 'set-ups'],
  queryFn: () => answer(api.GET('/api/sender-policy/set-ups')),
});

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => answer(api.GET('/api/settings')),
});

/** When what is kept for a time was last cleared away. */
export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: () => answer(api.GET('/api/retention')),
});

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: () => answer(api.GET('/api/keys')),
  refetchInterval: ({ state }) => (state.data?.lastRun?.state === 'running' ? 1_000 : 5_000),
});
