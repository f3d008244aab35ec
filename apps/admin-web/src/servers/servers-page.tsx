import { Button } from '@mantine/core';
import { IconPlus, IconServer2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { serversQuery } from '../api/queries.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { MoveServer } from './move-server.js';
import { ServerRow } from './server-row.js';
import { WhoSends } from './who-sends.js';

const { servers } = words;

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
              <Rows label={servers.title}>
                {items.map((server, place) => (
                  <ServerRow key={server.id} server={server}>
                    <MoveServer items={items} place={place} />
                  </ServerRow>
                ))}
              </Rows>
              <WhoSends />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
