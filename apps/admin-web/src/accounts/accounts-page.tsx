import { Button } from '@mantine/core';
import { IconInbox, IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { accountsQuery } from '../api/queries.js';
import { type Account } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { WholeList } from '../furniture/whole-list.js';
import { words } from '../i18n/words.js';
import { AccountRow } from './account-row.js';
import { needsAttention } from './account-status.js';

const { accounts, navigation } = words;

/** Where mail is fetched from. */
export function AccountsPage() {
  const query = useQuery(accountsQuery);
  const connect = (
    <Button component={Link} to="/connect" leftSection={<IconPlugConnected size={18} aria-hidden />}>
      {navigation.connect}
    </Button>
  );
  const byHand = (
    <Button
      component={Link}
      to="/accounts/new"
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {accounts.addByHand}
    </Button>
  );
  return (
    <Page
      title={accounts.title}
      lead={accounts.lead}
      actions={
        query.data?.items.length ? (
          <>
            {byHand}
            {connect}
          </>
        ) : null
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NextStep
              icon={IconInbox}
              title={accounts.noneTitle}
              action={
                <>
                  {connect}
                  {byHand}
                </>
              }
            >
              {accounts.noneLead}
            </NextStep>
          ) : (
            <WholeList
              label={accounts.title}
              icon={IconInbox}
              items={items}
              textsOf={({ name, address, login, host }) => [name, address, login, host]}
              searchHint={accounts.searchHint}
              states={accounts.filterStates}
              isIn={isInState}
            >
              {(account) => <AccountRow key={account.id} account={account} />}
            </WholeList>
          )
        }
      </Loaded>
    </Page>
  );
}

function isInState(account: Account, state: keyof typeof accounts.filterStates): boolean {
  return state === 'attention' ? needsAttention(account) : account.state === state;
}
