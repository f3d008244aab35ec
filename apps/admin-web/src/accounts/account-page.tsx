import { Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { ActivityTab } from '../activity/activity-tab.js';
import { FetchProgress } from '../activity/fetch-progress.js';
import { accountQuery } from '../api/queries.js';
import { type Account } from '../api/shapes.js';
import { Deliveries } from '../deliveries/deliveries.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { AccountScreening } from '../mail-rules/account-screening.js';
import { words } from '../i18n/words.js';
import { TokenCard } from '../tokens/token-card.js';
import { AccountActions } from './account-actions.js';
import { AccountBadge } from './account-badge.js';
import { AccountHealth } from './account-health.js';
import { AccountNotices } from './account-notices.js';
import { ArchiveAccount } from './archive-account.js';
import { ChangeAccount } from './change-account.js';

const { accounts } = words;
const TABS = ['deliveries', 'activity', 'settings'] as const;

/** One account: how it stands, what it brought, and its settings. */
export function AccountPage() {
  const { id = '' } = useParams();
  const query = useQuery(accountQuery(id));
  const account = query.data;
  return (
    <Page
      title={account?.name ?? accounts.one}
      lead={account?.address === account?.name ? undefined : account?.address}
      badge={account && <AccountBadge account={account} />}
      back={{ to: '/accounts', label: accounts.title }}
    >
      <Loaded query={query}>{(loaded) => <Whole account={loaded} />}</Loaded>
    </Page>
  );
}

function Whole({ account }: { account: Account }) {
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((known) => known === search.get('tab')) ?? 'deliveries';
  const open = (next: string | null) =>
    setSearch(next === null || next === 'deliveries' ? {} : { tab: next }, { preventScrollReset: true });
  return (
    <Stack gap="lg">
      <AccountActions account={account} />
      <FetchProgress account={account} />
      <AccountNotices account={account} />
      <AccountHealth account={account} />
      {account.tokenId && <TokenCard tokenId={account.tokenId} />}
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="deliveries">{accounts.deliveriesTab}</Tabs.Tab>
          <Tabs.Tab value="activity">{words.activity.tab}</Tabs.Tab>
          <Tabs.Tab value="settings">{accounts.settingsTab}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="deliveries" pt="md">
          <Deliveries accountId={account.id} isLive={account.state === 'live'} />
        </Tabs.Panel>
        <Tabs.Panel value="activity" pt="md">
          <ActivityTab accountId={account.id} />
        </Tabs.Panel>
        <Tabs.Panel value="settings" pt="md">
          <Stack gap="xl" align="flex-start">
            <ChangeAccount account={account} />
            <AccountScreening account={account} />
            {account.state !== 'archived' && <ArchiveAccount account={account} />}
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
