import { useEffect } from 'react';
import { Button, Group } from '@mantine/core';
import { IconKey, IconPlugConnected, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { tokensQuery, type TokenFilter } from '../api/queries.js';
import { useReconnect } from '../authorizations/reconnect.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter, useChangeAddress, withFilter } from '../furniture/address.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { Page } from '../furniture/page.js';
import { PAGE_SIZE, Pager, useOffset } from '../furniture/pager.js';
import { Rows } from '../furniture/rows.js';
import { SearchField, useSearched } from '../furniture/search-field.js';
import { words } from '../i18n/words.js';
import { TokenRow } from './token-row.js';

const { tokens } = words;

const STATES = ['reconnect', 'suspected', 'failing', 'expired', 'live'] as const;
const USES = ['used', 'unused'] as const;
const VALIDITIES = ['valid', 'invalid', 'temporarily-invalid'] as const;
const SORTS = ['mailbox', 'client', 'expiry'] as const;

/** What each consent holds and how long it lasts, the worst first; what is looked for stands in the address. */
export function TokensPage() {
  useReconnectFromLink();
  const filter = useTokenFilter();
  const query = useQuery(tokensQuery(filter));
  const connect = (
    <Button component={Link} to="/connect" leftSection={<IconPlugConnected size={18} aria-hidden />}>
      {words.navigation.connect}
    </Button>
  );
  const isNarrowed = ['search', 'state', 'use', 'validity', 'client'].some((name) => name in filter);
  const isEmpty = query.data?.total === 0 && !isNarrowed;
  return (
    <Page title={tokens.title} lead={tokens.lead} actions={query.data && !isEmpty ? connect : null}>
      <Loaded query={query}>
        {({ items, total }) =>
          isEmpty ? (
            <NextStep icon={IconKey} title={tokens.noneTitle} action={connect}>
              {tokens.noneLead}
            </NextStep>
          ) : (
            <>
              <Filters clientName={filter.client && items[0]?.clientName} />
              {items.length === 0 ? (
                <NothingFits icon={IconKey} />
              ) : (
                <Rows label={tokens.title}>
                  {items.map((token) => (
                    <TokenRow key={token.id} token={token} />
                  ))}
                </Rows>
              )}
              <Pager total={total} shown={items.length} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function useTokenFilter(): TokenFilter {
  const search = useSearched();
  const state = useAddressFilter('state', STATES);
  const use = useAddressFilter('use', USES);
  const validity = useAddressFilter('validity', VALIDITIES);
  const client = useSearchParams()[0].get('client');
  return {
    ...(search === '' ? {} : { search }),
    ...(state === null ? {} : { state }),
    ...(use === null ? {} : { use }),
    ...(validity === null ? {} : { validity }),
    ...(client === null ? {} : { client }),
    sort: useAddressFilter('sort', SORTS) ?? 'urgency',
    limit: PAGE_SIZE,
    offset: useOffset(),
  };
}

function Filters({ clientName }: { clientName: string | undefined }) {
  const changeAddress = useChangeAddress();
  const { filters } = tokens;
  return (
    <Group gap="sm" align="flex-end">
      <SearchField label={filters.search} placeholder={filters.searchHint} />
      <AddressFilter
        name="state"
        label={filters.state}
        all={filters.anyState}
        values={STATES}
        labels={filters.states}
      />
      <AddressFilter
        name="use"
        label={filters.use}
        all={filters.anyUse}
        values={USES}
        labels={filters.uses}
      />
      <AddressFilter
        name="validity"
        label={filters.validity}
        all={filters.anyValidity}
        values={VALIDITIES}
        labels={words.clients.validities}
      />
      <AddressFilter
        name="sort"
        label={filters.sort}
        all={filters.urgency}
        values={SORTS}
        labels={filters.sorts}
      />
      {clientName !== undefined && (
        <Button
          variant="light"
          rightSection={<IconX size={16} aria-hidden />}
          aria-label={filters.allClients}
          onClick={() => changeAddress((old) => withFilter(old, 'client', ''), { preventScrollReset: true })}
        >
          {clientName}
        </Button>
      )}
    </Group>
  );
}

/** A banner elsewhere in the host links to `tokens?reconnect=<id>`: one click there starts the redirect here. */
function useReconnectFromLink(): void {
  const [search, setSearch] = useSearchParams();
  const { mutate } = useReconnect();
  const tokenId = search.get('reconnect');
  useEffect(() => {
    if (!tokenId) return;
    // Taken away first: who comes back with the browser's back button wants to see the page, not leave it again.
    setSearch({}, { replace: true });
    mutate({ tokenId, returnTo: 'tokens' });
  }, [tokenId, mutate, setSearch]);
}
