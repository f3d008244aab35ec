import { Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { Loaded } from '../furniture/loaded.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { Rows } from '../furniture/rows.js';
import { ShowMore } from '../furniture/show-more.js';
import { TimeOrder, useTimeOrder } from '../furniture/time-order.js';
import { words } from '../i18n/words.js';
import { runsQuery } from './activity-query.js';
import { ProtocolLog } from './protocol-log.js';
import { RunRow } from './run-row.js';
import { Timeline } from './timeline.js';

const { activity } = words;

/** What an account's sessions did: a chart, and every look that found something, failed or was asked for. */
export function ActivityTab({ accountId }: { accountId: string }) {
  return (
    <Stack gap="lg">
      <Timeline accountId={accountId} />
      <Runs accountId={accountId} />
      <ProtocolLog accountId={accountId} />
    </Stack>
  );
}

const CAUSES = ['poll', 'push', 'asked'] as const;
const ENDED = ['mails', 'failed', 'done', 'stopped', 'lost'] as const;

/** Narrowed and turned round by the page's address. A run has no words of its own that one could search for. */
function Runs({ accountId }: { accountId: string }) {
  const cause = useAddressFilter('cause', CAUSES);
  const ended = useAddressFilter('ended', ENDED);
  const query = useInfiniteQuery(
    runsQuery(accountId, {
      ...(cause === null ? {} : { cause }),
      ...(ended === null ? {} : { ended }),
      sort: useTimeOrder(),
    }),
  );
  const narrowed = cause !== null || ended !== null;
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const quiet = pages[0]?.quiet ?? 0;
        if (items.length === 0 && !narrowed) return <Text c="dimmed">{activity.none(quiet)}</Text>;
        return (
          <>
            {quiet > 0 && (
              <Text size="sm" c="dimmed">
                {activity.quietSince(quiet)}
              </Text>
            )}
            <RunTools />
            {items.length === 0 ? (
              <NothingFits icon={IconHistory} unfinished={query.hasNextPage} />
            ) : (
              <Rows label={activity.runs}>
                {items.map((run) => (
                  <RunRow key={run.id} run={run} />
                ))}
              </Rows>
            )}
            <ShowMore of={query} lookedTo={pages.at(-1)?.lookedTo} />
          </>
        );
      }}
    </Loaded>
  );
}

function RunTools() {
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={activity.runs}>
      <AddressFilter
        name="ended"
        label={activity.show}
        all={activity.everyRun}
        values={ENDED}
        labels={{ ...activity.states, mails: activity.brought }}
      />
      <AddressFilter
        name="cause"
        label={activity.cause}
        all={activity.anyCause}
        values={CAUSES}
        labels={activity.causes}
      />
      <TimeOrder />
    </Group>
  );
}
