import { Stack } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { accountsQuery, clientsQuery, serversQuery, tokensQuery } from '../api/queries.js';
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

/** Health at a glance; before anything is set up, what to do first. Nothing is said before all of it is known. */
export function OverviewPage() {
  const clients = useQuery(clientsQuery({ sort: 'expiry', validity: 'valid', limit: ENDING }));
  const everyClient = useQuery(clientsQuery({ limit: 1 }));
  const tokens = useQuery(tokensQuery({ sort: 'expiry', limit: ENDING }));
  const dead = useQuery(tokensQuery({ state: 'reconnect', limit: MOST_DEAD }));
  const accounts = useQuery(accountsQuery);
  const servers = useQuery(serversQuery);
  const all: readonly UseQueryResult<unknown>[] = [clients, everyClient, tokens, dead, accounts, servers];
  const house = {
    clients: { total: everyClient.data?.total ?? 0, ending: clients.data?.items ?? [] },
    tokens: { total: tokens.data?.total ?? 0, ending: tokens.data?.items ?? [] },
    dead: dead.data ?? { total: 0, items: [] },
    accounts: accounts.data?.items ?? [],
    servers: servers.data?.items ?? [],
  };
  return (
    <Page title={words.overview.title} lead={words.overview.lead}>
      <Loaded query={all.find(({ data }) => data === undefined) ?? clients}>
        {() => (
          <Stack gap="lg">
            <FirstSteps {...house} />
            <Figures {...house} />
            <Attention {...house} />
            {house.accounts.length + house.servers.length > 0 && <MailFlow />}
            <Expiries {...house} />
            {house.accounts.length + house.servers.length > 0 && <Instances />}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
