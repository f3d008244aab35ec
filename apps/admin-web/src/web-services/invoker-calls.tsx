import { Group, Stack, Text } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { invokerCallsQuery } from '../api/queries.js';
import { type InvokerCall } from '../api/shapes.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { PAGE_SIZE, Pager, useOffset } from '../furniture/pager.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { SearchField, useSearched } from '../furniture/search-field.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { invokers } = words;
const OUTCOMES = ['taken', 'refused', 'unanswered'] as const;
const KINDS = ['call', 'test'] as const;
const SORTS = ['oldest', 'slowest'] as const;

/** What an invoker was called for and how that went; what is looked for stands in the address. */
export function InvokerCalls({ id }: { id: string }) {
  const search = useSearched().trim();
  const outcome = useAddressFilter('outcome', OUTCOMES);
  const kind = useAddressFilter('kind', KINDS);
  const query = useQuery(
    invokerCallsQuery(id, {
      ...(search === '' ? {} : { search }),
      ...(outcome === null ? {} : { outcome }),
      ...(kind === null ? {} : { kind }),
      sort: useAddressFilter('sort', SORTS) ?? 'newest',
      limit: PAGE_SIZE,
      offset: useOffset(),
    }),
  );
  return (
    <Stack gap="sm">
      <Text c="dimmed">{invokers.callsLead}</Text>
      <Loaded query={query}>
        {({ items, total, recorded }) =>
          recorded === 0 ? <Text>{invokers.callsNone}</Text> : <Found items={items} total={total} />
        }
      </Loaded>
    </Stack>
  );
}

function Found({ items, total }: { items: readonly InvokerCall[]; total: number }) {
  return (
    <>
      <Group gap="sm" align="flex-end" role="search" aria-label={invokers.calls}>
        <SearchField label={words.list.search} placeholder={invokers.callsSearchHint} />
        <AddressFilter
          name="outcome"
          label={invokers.callOutcomeLabel}
          all={invokers.callOutcomeAny}
          values={OUTCOMES}
          labels={invokers.callOutcomes}
        />
        <AddressFilter
          name="kind"
          label={invokers.callKindLabel}
          all={invokers.callKindAny}
          values={KINDS}
          labels={invokers.callKinds}
        />
        <AddressFilter
          name="sort"
          label={words.list.sort}
          all={invokers.callOrders.newest}
          values={SORTS}
          labels={invokers.callOrders}
        />
      </Group>
      {items.length === 0 ? (
        <NothingFits icon={IconPhoneOutgoing} />
      ) : (
        <Rows label={invokers.calls}>
          {items.map((call) => (
            <CallRow key={call.id} call={call} />
          ))}
        </Rows>
      )}
      <Pager total={total} shown={items.length} />
    </>
  );
}

function CallRow({ call }: { call: InvokerCall }) {
  const { kind, calledBy, calledAt, durationMs, status, problem } = call;
  const by = kind === 'test' ? invokers.testedBy : invokers.calledBy;
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={500}>
          {invokers.calledAs[kind]}
          {calledBy !== null && ` ${by(calledBy)}`}
        </Text>
        <Text size="sm" c="dimmed">
          <MomentText at={calledAt} past />
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">{words.checks.took(durationMs)}</Text>
      </div>
      <div className="row-side">
        <StateBadge tone={toneOf(status)} size="md">
          {status === null ? invokers.callOutcomes.unanswered : invokers.status(status)}
        </StateBadge>
      </div>
      {problem !== null && (
        <div className="row-below">
          <ProblemLine problem={{ code: problem }} />
        </div>
      )}
    </li>
  );
}

function toneOf(status: number | null): 'good' | 'bad' {
  return status !== null && status < 400 ? 'good' : 'bad';
}
