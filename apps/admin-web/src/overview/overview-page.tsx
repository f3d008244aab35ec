import { Stack } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  accountsPageQuery,
  clientsQuery,
  serversPageQuery,
  tokensQuery,
  totalsQuery,
} from '../api/queries.js';
import { type Totals } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { Attention } from './attention.js';
import { Expiries } from './expiries.js';
import { Figures } from './figures.js';
import { FirstSteps } from './first-steps.js';
import { Instances } from './instances.js';
import { MailFlow } from './mail-flow.js';

const ENDING = 40;
const MOST_DEAD = 100;
const MOST_ILL = 10;
const NOTHING: Totals = {
  countedTo: 1,
  accounts: { total: 0, live: 0, attention: 0, stored: 0 },
  servers: { total: 0, failing: 0, queued: 0, failed: 0 },
};

/** Health at a glance; before anything is set up, what to do first. Nothing is said before all of it is known. */
export function OverviewPage() {
  const clients = useQuery(clientsQuery({ sort: 'expiry', validity: 'valid', limit: ENDING }));
  const everyClient = useQuery(clientsQuery({ limit: 1 }));
  const tokens = useQuery(tokensQuery({ sort: 'expiry', limit: ENDING }));
  const dead = useQuery(tokensQuery({ state: 'reconnect', limit: MOST_DEAD }));
  const totals = useQuery(totalsQuery);
  const illAccounts = useQuery(accountsPageQuery({ state: 'attention', sort: 'urgency', limit: MOST_ILL }));
  const illServers = useQuery(serversPageQuery({ state: 'failing', limit: MOST_ILL }));
  const all: readonly UseQueryResult<unknown>[] = [
    clients,
    everyClient,
    tokens,
    dead,
    totals,
    illAccounts,
    illServers,
  ];
  const house = {
    clients: { total: everyClient.data?.total ?? 0, ending: clients.data?.items ?? [] },
    tokens: { total: tokens.data?.total ?? 0, ending: tokens.data?.items ?? [] },
    dead: dead.data ?? { total: 0, items: [] },
    totals: totals.data ?? NOTHING,
    illAccounts: illAccounts.data?.items ?? [],
    illServers: illServers.data?.items ?? [],
  };
  const hasMail = house.totals.accounts.total + house.totals.servers.total > 0;
  return (
    <Page title={words.overview.title} lead={words.overview.lead}>
      <Loaded query={worst(all)}>
        {() => (
          <Stack gap="lg">
            <FirstSteps {...house} />
            <Figures {...house} />
            <Attention {...house} />
            {hasMail && <MailFlow />}
            <Expiries {...house} />
            {hasMail && <Instances />}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

/** The query to show of several that belong together: one that failed, then one that is still asked, then any. */
function worst(all: readonly UseQueryResult<unknown>[]): UseQueryResult<unknown> {
  const missing = all.filter(({ data }) => data === undefined);
  const found =
    missing.find(({ isError }) => isError) ?? missing[0] ?? all.find(({ isError }) => isError) ?? all[0];
  if (!found) throw new Error('there is nothing to show');
  return found;
}
