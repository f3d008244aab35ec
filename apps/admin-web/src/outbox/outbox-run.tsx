import { type Ref } from 'react';
import { Button, Card, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type OutboxRun } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyProblem } from '../furniture/notify.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { words } from '../i18n/words.js';

const { runs } = words.outbox.many;

/** How far the last act on all mail that fitted came; while it goes on, with a way to stop it. `going` is on it as long as it does. */
export function OutboxRunProgress({ run, going }: { run: OutboxRun; going: Ref<HTMLDivElement> }) {
  const running = run.state === 'running';
  const result = useFocusKept<HTMLParagraphElement>(running);
  const { act, total, done, skipped } = run;
  if (run.state !== 'running')
    return (
      <Text size="sm" c="dimmed" role="status" ref={result} tabIndex={-1}>
        {runs.over[run.state](act, total, done, skipped, run.askedBy)} <MomentText at={run.endedAt} past />.
      </Text>
    );
  const dealtWith = done + skipped.sent + skipped.leaving + skipped.unfit + skipped.gone;
  return (
    <Card component="section" ref={going} tabIndex={-1} aria-label={runs.title[act]}>
      <Group justify="space-between" mb={6}>
        <Text size="sm" id="outbox-run" role="status">
          {runs.going(act, dealtWith, total)}
        </Text>
        <Stop id={run.id} />
      </Group>
      <Progress.Root size="lg">
        <Progress.Section
          value={total === 0 ? 100 : Math.min(100, (100 * dealtWith) / total)}
          aria-labelledby="outbox-run"
        />
      </Progress.Root>
    </Card>
  );
}

function Stop({ id }: { id: string }) {
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () => answer(api.DELETE('/api/outbox/runs/{id}', { params: { path: { id } } })),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  });
  return (
    <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
      {runs.stop}
    </Button>
  );
}
