import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { ShowMore } from '../furniture/show-more.js';
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

function Runs({ accountId }: { accountId: string }) {
  const query = useInfiniteQuery(runsQuery(accountId));
  if (query.isError)
    return <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  const [first] = query.data?.pages ?? [];
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items || !first) return <Text c="dimmed">{words.loading}</Text>;
  if (items.length === 0) return <Text c="dimmed">{activity.none(first.quiet)}</Text>;
  return (
    <>
      {first.quiet > 0 && (
        <Text size="sm" c="dimmed">
          {activity.quietSince(first.quiet)}
        </Text>
      )}
      <Rows label={activity.runs}>
        {items.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </Rows>
      <ShowMore of={query} />
    </>
  );
}
