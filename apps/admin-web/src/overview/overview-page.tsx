import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery, clientsQuery, serversQuery, tokensQuery } from '../api/queries.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { Attention } from './attention.js';
import { Expiries } from './expiries.js';
import { Figures } from './figures.js';
import { FirstSteps } from './first-steps.js';

/** Health at a glance; before anything is set up, what to do first. */
export function OverviewPage() {
  const clients = useQuery(clientsQuery);
  const { data: tokens } = useQuery(tokensQuery);
  const { data: accounts } = useQuery(accountsQuery);
  const { data: servers } = useQuery(serversQuery);
  return (
    <Page title={words.overview.title} lead={words.overview.lead}>
      <Loaded query={clients}>
        {({ items }) => {
          const all = {
            clients: items,
            tokens: tokens?.items ?? [],
            accounts: accounts?.items ?? [],
            servers: servers?.items ?? [],
          };
          return (
            <Stack gap="lg">
              <FirstSteps {...all} loaded={tokens !== undefined && accounts !== undefined} />
              <Figures {...all} />
              <Attention {...all} />
              <Expiries {...all} />
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}
