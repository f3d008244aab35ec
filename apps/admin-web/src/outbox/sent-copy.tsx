import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type OutboxMail } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { StateBadge, type Tone } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

type Copy = NonNullable<OutboxMail['sentCopy']>;

const { sentCopy: copyWords } = words.outbox;
const TONES: Record<Copy['state'], Tone> = { due: 'waiting', made: 'good', failed: 'bad' };

/** What became of the copy in Sent; nothing where none is wanted. */
export function SentCopy({ mail: { id, sentCopy } }: { mail: OutboxMail }) {
  if (!sentCopy) return null;
  const { state, madeAt, nextTryAt, problem } = sentCopy;
  return (
    <Stack component="section" aria-label={copyWords.title} gap={4} pb="xs">
      <Group gap="xs">
        <Text size="sm">{copyWords.title}</Text>
        <StateBadge tone={TONES[state]}>{copyWords.states[state]}</StateBadge>
        {madeAt && (
          <Text size="sm" c="dimmed">
            <MomentText at={madeAt} />
          </Text>
        )}
        {problem && nextTryAt && (
          <Text size="sm" c="dimmed">
            {words.outbox.nextTry} <MomentText at={nextTryAt} />
          </Text>
        )}
        {state === 'failed' && <CopyAgain id={id} />}
      </Group>
      {problem && <ProblemLine problem={problem} />}
    </Stack>
  );
}

function CopyAgain({ id }: { id: string }) {
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => answer(api.POST('/api/outbox/{id}/sent-copy', { params: { path: { id } } })),
    onSuccess: () => notifyDone(copyWords.retried),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  });
  return (
    <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
      {copyWords.retry}
    </Button>
  );
}
