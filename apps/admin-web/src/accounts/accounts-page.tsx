import { Button, Group } from '@mantine/core';
import { IconInbox, IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { accountsPageQuery } from '../api/queries.js';
import { type Account } from '../api/shapes.js';
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
import { AccountRow } from './account-row.js';

const { accounts, navigation } = words;
const STATES = ['attention', 'live', 'paused', 'draft', 'archived'] as const;
const SORTS = ['urgency', 'fetched', 'address'] as const;

/** Where mail is fetched from; what is looked for stands in the address. */
export function AccountsPage() {
  const search = useSearched().trim();
  const state = useAddressFilter('state', STATES);
  const query = useQuery(
    accountsPageQuery({
      ...(search === '' ? {} : { search }),
      ...(state === null ? {} : { state }),
      sort: useAddressFilter('sort', SORTS) ?? 'name',
      limit: PAGE_SIZE,
      offset: useOffset(),
    }),
  );
  const isEmpty = query.data?.total === 0 && search === '' && state === null;
  return (
    <Page
      title={accounts.title}
      lead={accounts.lead}
      actions={
        query.data && !isEmpty ? (
          <>
            <AddByHand />
            <Connect />
          </>
        ) : null
      }
    >
      <Loaded query={query}>
        {({ items, total }) =>
          isEmpty ? (
            <NextStep
              icon={IconInbox}
              title={accounts.noneTitle}
              action={
                <>
                  <Connect />
                  <AddByHand />
                </>
              }
            >
              {accounts.noneLead}
            </NextStep>
          ) : (
            <Found items={items} total={total} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Found({ items, total }: { items: readonly Account[]; total: number }) {
  return (
    <>
      <Group gap="sm" align="flex-end" role="search" aria-label={accounts.title}>
        <SearchField label={words.list.search} placeholder={accounts.searchHint} />
        <AddressFilter
          name="state"
          label={words.list.state}
          all={words.list.anyState}
          values={STATES}
          labels={accounts.filterStates}
        />
        <AddressFilter
          name="sort"
          label={words.list.sort}
          all={accounts.sorts.name}
          values={SORTS}
          labels={accounts.sorts}
        />
      </Group>
      {items.length === 0 ? (
        <NothingFits icon={IconInbox} />
      ) : (
        <Rows label={accounts.title}>
          {items.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </Rows>
      )}
      <Pager total={total} shown={items.length} />
    </>
  );
}

function Connect() {
  return (
    <Button component={Link} to="/connect" leftSection={<IconPlugConnected size={18} aria-hidden />}>
      {navigation.connect}
    </Button>
  );
}

function AddByHand() {
  return (
    <Button
      component={Link}
      to="/accounts/new"
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {accounts.addByHand}
    </Button>
  );
}
