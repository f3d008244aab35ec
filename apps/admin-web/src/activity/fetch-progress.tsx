import { Card, Progress, Text } from '@mantine/core';
import { type Account, type FetchProgress as Progressing } from '../api/shapes.js';
import { moment, weight } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { usePart } from '../furniture/missing-parts.js';
import { isGoing, progressQuery } from './activity-query.js';

const { activity } = words;

/**
 * How a fetch goes while it goes on: what it does, how many mails of how many, or until when the provider lets it wait.
 * Nothing when nobody waits for one.
 */
export function FetchProgress({ account: { id, state, health } }: { account: Account }) {
  const { data } = usePart({ ...progressQuery(id), enabled: state === 'live' });
  if (state !== 'live' || !data || !isGoing(data)) return null;
  const run = data.run?.state === 'running' ? data.run : null;
  const pausedUntil = !run && health.state === 'waiting' ? health.notBefore : null;
  const share = run && run.waiting > 0 ? Math.min(100, (100 * run.mails) / run.waiting) : null;
  return (
    <Card component="section" aria-label={activity.now}>
      <Text size="sm" id="fetch-progress" role="status" mb={6}>
        {pausedUntil ? activity.pausedUntil(moment(new Date(pausedUntil))) : said(run)}
      </Text>
      {!pausedUntil && (
        <Progress.Root size="lg">
          <Progress.Section value={share ?? 100} animated={share === null} aria-labelledby="fetch-progress" />
        </Progress.Root>
      )}
      {run && (
        <Text size="sm" c="dimmed" mt={6}>
          {activity.stopping}
        </Text>
      )}
    </Card>
  );
}

function said(run: Progressing['run']): string {
  if (!run) return activity.queued;
  const phase = activity.phases[run.phase];
  return run.waiting === 0 ? phase : activity.counted(phase, run.mails, run.waiting, weight(run.bytes));
}
