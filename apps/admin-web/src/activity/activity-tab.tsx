import { Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { Bones } from '../furniture/loaded.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { ProblemNote } from '../furniture/problem-note.js';
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
  if (query.isError)
    return <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  const [first] = query.data?.pages ?? [];
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items || !first) return <Bones />;
  const narrowed = cause !== null || ended !== null;
  if (items.length === 0 && !narrowed) return <Text c="dimmed">{activity.none(first.quiet)}</Text>;
  return (
    <>
      {first.quiet > 0 && (
        <Text size="sm" c="dimmed">
          {activity.quietSince(first.quiet)}
        </Text>
      )}
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
      {items.length === 0 ? (
        <NothingFits icon={IconHistory} unfinished={query.hasNextPage} />
      ) : (
        <Rows label={activity.runs}>
          {items.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </Rows>
      )}
      <ShowMore of={query} lookedTo={query.data?.pages.at(-1)?.lookedTo} />
    </>
  );
}
