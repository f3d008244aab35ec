import { Stack, Tabs, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { answer, api } from '../api/api.js';
import { invokerQuery } from '../api/queries.js';
import { type Invoker } from '../api/shapes.js';
import { DeleteThing } from '../furniture/delete-thing.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { PauseToggle } from '../furniture/pause-button.js';
import { words } from '../i18n/words.js';
import { TokenCard } from '../tokens/token-card.js';
import { ChangeInvoker } from './change-invoker.js';
import { InvokerBadge } from './invoker-badge.js';
import { InvokerCalls } from './invoker-calls.js';
import { InvokerTest } from './invoker-test.js';

const { invokers } = words;

/** One invoker: its test, what it was called for, its settings, its end. */
export function InvokerPage() {
  const { id = '' } = useParams();
  const query = useQuery(invokerQuery(id));
  const invoker = query.data;
  return (
    <Page
      title={invoker?.name ?? invokers.one}
      lead={invoker && `${invoker.method} ${invoker.baseUrl}`}
      badge={invoker && <InvokerBadge invoker={invoker} />}
      back={{ to: '/invokers', label: invokers.title }}
      actions={invoker && <Toggle invoker={invoker} />}
    >
      <Loaded query={query}>{(loaded) => <Whole key={loaded.id} invoker={loaded} />}</Loaded>
    </Page>
  );
}

function Whole({ invoker }: { invoker: Invoker }) {
  const { id, tokenId } = invoker;
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'calls' ? 'calls' : 'settings';
  const open = (next: string | null) =>
    setSearch(next === 'calls' ? { tab: next } : {}, { preventScrollReset: true });
  return (
    <Stack gap="lg">
      {tokenId && <TokenCard tokenId={tokenId} />}
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="settings">{invokers.settingsTab}</Tabs.Tab>
          <Tabs.Tab value="calls">{invokers.calls}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="settings" pt="md" keepMounted>
          <TestAndSettings invoker={invoker} />
        </Tabs.Panel>
        <Tabs.Panel value="calls" pt="md">
          <InvokerCalls id={id} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function TestAndSettings({ invoker }: { invoker: Invoker }) {
  const { id, name } = invoker;
  return (
    <Stack gap="lg">
      <InvokerTest key={invoker.placeholders.join()} invoker={invoker} />
      <Title order={2}>{words.settings}</Title>
      <ChangeInvoker invoker={invoker} />
      <DeleteThing
        title={invokers.deleteTitle(name)}
        consequence={invokers.deleteConsequence}
        label={invokers.delete}
        run={() => answer(api.DELETE('/api/invokers/{id}', { params: { path: { id } } }))}
        done={invokers.deleted(name)}
        next="/invokers"
        stale={['invokers']}
      />
    </Stack>
  );
}

function Toggle({ invoker: { id, state } }: { invoker: Invoker }) {
  const request = {
    params: { path: { id } },
    body: { state: state === 'live' ? 'paused' : 'live' },
  } as const;
  return (
    <PauseToggle
      running={state === 'live'}
      label={invokers.toggle[state]}
      run={async () => invokers.nowIn[(await answer(api.PATCH('/api/invokers/{id}', request))).state]}
      stale="invokers"
    />
  );
}
