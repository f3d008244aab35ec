import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { retentionQuery } from '../api/queries.js';
import { distance } from '../i18n/moment.js';
import { words } from '../i18n/words.js';

const { sweeps } = words.installation;

/** When what this setting keeps for a time was last cleared away, and how much that was; nothing for other settings. */
export function LastSweep({ setting }: { setting: string }) {
  const { data } = useQuery(retentionQuery);
  const run = data?.items.find((item) => item.setting === setting);
  if (!run) return null;
  return (
    <Text size="sm" c="dimmed">
      {run.begunAt === null ? sweeps.never : sweeps.last(distance(new Date(run.begunAt), new Date()), run)}
    </Text>
  );
}
