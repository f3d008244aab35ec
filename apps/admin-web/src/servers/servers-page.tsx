import { Button, Group } from '@mantine/core';
import { IconPlus, IconServer2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { serversPageQuery } from '../api/queries.js';
import { type Server } from '../api/shapes.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { Page } from '../furniture/page.js';
import { PAGE_SIZE, Pager, useOffset } from '../furniture/pager.js';
import { Rows } from '../furniture/rows.js';
import { SearchField, useSearched } from '../furniture/search-field.js';
import { words } from '../i18n/words.js';
import { MoveServer } from './move-server.js';
import { ServerRow } from './server-row.js';
import { WhoSends } from './who-sends.js';

const { servers } = words;
const STATES = ['failing', 'live', 'paused', 'draft', 'archived'] as const;
const OWNERS = ['shared', 'personal'] as const;
const SORTS = ['name', 'host'] as const;

/** Where mail leaves, in the order servers are asked, and who would send what; what is looked for stands in the address. */
export function ServersPage() {
  const search = useSearched().trim();
  const state = useAddressFilter('state', STATES);
  const whose = useAddressFilter('whose', OWNERS);
  const sort = useAddressFilter('sort', SORTS);
  const offset = useOffset();
  const query = useQuery(
    serversPageQuery({
      ...(search === '' ? {} : { search }),
      ...(state === null ? {} : { state }),
      ...(whose === null ? {} : { whose }),
      sort: sort ?? 'asked',
      limit: PAGE_SIZE,
      offset,
    }),
  );
  const isWhole = search === '' && state === null && whose === null;
  const isEmpty = query.data?.total === 0 && isWhole;
  const add = (
    <Button component={Link} to="/servers/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {servers.add}
    </Button>
  );
  return (
    <Page title={servers.title} lead={servers.lead} actions={query.data && !isEmpty ? add : null}>
      <Loaded query={query}>
        {({ items, total }) =>
          isEmpty ? (
            <NextStep icon={IconServer2} title={servers.noneTitle} action={add}>
              {servers.noneLead}
            </NextStep>
          ) : (
            <>
              <Tools />
              <Found items={items} places={isWhole && sort === null ? { from: offset, total } : null} />
              <Pager total={total} shown={items.length} />
              <WhoSends />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Tools() {
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={servers.title}>
      <SearchField label={words.list.search} placeholder={servers.searchHint} />
      <AddressFilter
        name="state"
        label={words.list.state}
        all={words.list.anyState}
        values={STATES}
        labels={servers.filterStates}
      />
      <AddressFilter
        name="whose"
        label={servers.whose}
        all={servers.anybodys}
        values={OWNERS}
        labels={servers.filterOwners}
      />
      <AddressFilter
        name="sort"
        label={words.list.sort}
        all={servers.orders.usual}
        values={SORTS}
        labels={servers.orders}
      />
    </Group>
  );
}

interface FoundProps {
  readonly items: readonly Server[];
  /** Where the page begins in the order of all servers; null when it shows them otherwise, and none can be moved. */
  readonly places: { readonly from: number; readonly total: number } | null;
}

function Found({ items, places }: FoundProps) {
  if (items.length === 0) return <NothingFits icon={IconServer2} />;
  return (
    <Rows label={servers.title}>
      {items.map((server, index) => (
        <ServerRow key={server.id} server={server}>
          {places && <MoveServer server={server} place={places.from + index} total={places.total} />}
        </ServerRow>
      ))}
    </Rows>
  );
}
