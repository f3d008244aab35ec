import { Button } from '@mantine/core';
import { IconPlus, IconServer2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { serversQuery } from '../api/queries.js';
import { type Server } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { WholeList } from '../furniture/whole-list.js';
import { words } from '../i18n/words.js';
import { MoveServer } from './move-server.js';
import { ServerRow } from './server-row.js';
import { WhoSends } from './who-sends.js';

const { servers } = words;
const { usual: _, ...ORDERS } = servers.orders;
const ORDERED_BY = { name: ({ name }: Server) => name, host: ({ host }: Server) => host };

/** Where mail leaves, in the order servers are asked, and who would send what. */
export function ServersPage() {
  const query = useQuery(serversQuery);
  const add = (
    <Button component={Link} to="/servers/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {servers.add}
    </Button>
  );
  return (
    <Page title={servers.title} lead={servers.lead} actions={query.data?.items.length ? add : null}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NextStep icon={IconServer2} title={servers.noneTitle} action={add}>
              {servers.noneLead}
            </NextStep>
          ) : (
            <>
              <WholeList
                label={servers.title}
                icon={IconServer2}
                items={items}
                textsOf={({ name, host, login, fromFilter }) => [name, host, login, fromFilter]}
                searchHint={servers.searchHint}
                narrowing={{ states: servers.filterStates, isIn: isInState }}
                orders={{ usual: servers.orders.usual, labels: ORDERS, by: ORDERED_BY }}
              >
                {(server) => (
                  <ServerRow key={server.id} server={server}>
                    <MoveServer items={items} place={items.indexOf(server)} />
                  </ServerRow>
                )}
              </WholeList>
              <WhoSends />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function isInState({ state, health }: Server, wanted: keyof typeof servers.filterStates): boolean {
  return wanted === 'failing' ? state === 'live' && health.failure !== null : state === wanted;
}
