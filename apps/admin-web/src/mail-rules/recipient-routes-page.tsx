import { Stack, Title } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { usePart } from '../furniture/missing-parts.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { WholeList } from '../furniture/whole-list.js';
import { words } from '../i18n/words.js';
import { AddRoute } from './add-route.js';
import { type RecipientRoute } from '../api/shapes.js';
import { RouteRow } from './route-row.js';
import { destinationsQuery, recipientRoutesQuery } from './rules-queries.js';

const { mailRules } = words;

/** Where mail goes by the address it was sent to, on accounts that dispatch so. */
export function RecipientRoutesPage() {
  const query = useQuery(recipientRoutesQuery);
  return (
    <Page title={mailRules.routes} lead={mailRules.routesLead}>
      <Loaded query={query}>
        {({ items }) => (
          <Stack gap="xl">
            {items.length === 0 ? (
              <NextStep icon={IconAt} title={mailRules.noRoutesTitle}>
                {mailRules.noRoutesLead}
              </NextStep>
            ) : (
              <Routes routes={items} />
            )}
            <section>
              <Title order={2} mb="sm">
                {mailRules.addRoute}
              </Title>
              <AddRoute />
            </section>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Routes({ routes }: { routes: readonly RecipientRoute[] }) {
  const { data } = usePart(destinationsQuery);
  const known = new Map(data?.items.map(({ id, label }) => [id, label]));
  const nameOf = ({ destination }: RecipientRoute) => known.get(destination) ?? destination;
  return (
    <WholeList
      label={mailRules.routes}
      icon={IconAt}
      items={routes}
      textsOf={(route) => [route.address, nameOf(route), route.comment]}
      searchHint={mailRules.routesHint}
      narrowing={{
        label: mailRules.goingTo,
        all: mailRules.anyDestination,
        states: Object.fromEntries(routes.map((route) => [route.destination, nameOf(route)])),
        isIn: ({ destination }, wanted) => destination === wanted,
      }}
      orders={{
        usual: mailRules.routeOrders.usual,
        labels: { destination: mailRules.routeOrders.destination },
        by: { destination: nameOf },
      }}
    >
      {(route) => <RouteRow key={route.id} route={route} />}
    </WholeList>
  );
}
