import { Text } from '@mantine/core';
import { retentionQuery } from '../api/queries.js';
import { distance } from '../i18n/moment.js';
import { usePart } from '../furniture/missing-parts.js';
import { words } from '../i18n/words.js';

const { sweeps } = words.installation;

/** When what this setting keeps for a time was last cleared away, of all kinds that it is about, and how much that was; nothing for other settings. */
export function LastSweep({ setting }: { setting: string }) {
  const { data } = usePart(retentionQuery);
  const runs = data?.items.filter((item) => item.setting === setting) ?? [];
  if (runs.length === 0) return null;
  const [first] = runs.flatMap(({ begunAt }) => begunAt ?? []).toSorted();
  const all = {
    removed: runs.reduce((sum, { removed }) => sum + removed, 0),
    problem: runs.find(({ problem }) => problem !== null)?.problem ?? null,
  };
  return (
    <Text size="sm" c="dimmed">
      {first === undefined ? sweeps.never : sweeps.last(distance(new Date(first), new Date()), all)}
    </Text>
  );
}
