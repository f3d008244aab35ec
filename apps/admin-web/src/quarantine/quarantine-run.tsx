import { type Ref } from 'react';
import { Button, Card, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type QuarantineRun } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyProblem } from '../furniture/notify.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { words } from '../i18n/words.js';
import { renewQuarantine } from './quarantine-query.js';

const { runs } = words.quarantine;

/** How far the last act on many mails came; while it goes on, with a way to stop it. `going` is on it as long as it does. */
export function QuarantineRunProgress({ run, going }: { run: QuarantineRun; going: Ref<HTMLDivElement> }) {
  const running = run.state === 'running';
  const result = useFocusKept<HTMLParagraphElement>(running);
  if (!running)
    return (
      <Text size="sm" c="dimmed" role="status" ref={result} tabIndex={-1}>
        {runs.over[run.state === 'done' ? 'done' : 'stopped'](run.act, run.done, run.released, run.askedBy)}{' '}
        <MomentText at={run.endedAt} past />.
      </Text>
    );
  return (
    <Card component="section" ref={going} tabIndex={-1} aria-label={runs.title[run.act]}>
      <Group justify="space-between" mb={6}>
        <Text size="sm" id="quarantine-run" role="status">
          {runs.going(run.act, run.done, run.total)}
        </Text>
        <Stop id={run.id} />
      </Group>
      <Progress.Root size="lg">
        <Progress.Section
          value={run.total === 0 ? 100 : Math.min(100, (100 * run.done) / run.total)}
          aria-labelledby="quarantine-run"
        />
      </Progress.Root>
    </Card>
  );
}

function Stop({ id }: { id: string }) {
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () => answer(api.DELETE('/api/quarantine/runs/{id}', { params: { path: { id } } })),
    onError: notifyProblem,
    onSettled: () => renewQuarantine(queries),
  });
  return (
    <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
      {runs.stop}
    </Button>
  );
}
