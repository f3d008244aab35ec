import { useEffect, useState } from 'react';
import { Box, Button, Group, Loader, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type components } from '../api/schema.gen.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';

type Trip = components['schemas']['RoundTrip'];
type Step = Trip['steps'][number];

const { servers } = words;
const LOOK_MS = 1_500;
const PATIENCE_MS = 180_000;

/** Which round trip is meant. */
export type TripName = Pick<Trip, 'mailId' | 'accountId'>;

interface RoundTripStepsProps {
  readonly of: TripName;
  /** Nobody wants to watch any more. */
  readonly onStop: () => void;
}

/**
 * The steps of a round trip as they are done. After three minutes nobody looks any more, and what helps is said. Before the mail has
 * left, stopping cancels it.
 */
export function RoundTripSteps({ of: { mailId, accountId }, onStop }: RoundTripStepsProps) {
  const [tooLong, setTooLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTooLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const query = useQuery({
    queryKey: ['round-trip', mailId],
    queryFn: () => look({ mailId, accountId }),
    refetchInterval: ({ state }) => (tooLong || (state.data && isOver(state.data)) ? false : LOOK_MS),
  });
  const trip = query.data;
  const left = trip?.steps.find(({ step }) => step === 'sent')?.state === 'done';
  useFetchOnce(accountId, left);
  const result = useFocusKept<HTMLDivElement>(!trip || !isOver(trip));
  if (!trip) return query.isError && <ProblemNote problem={asProblem(query.error)} />;
  const arrived = trip.steps.at(-1)?.state === 'done';
  return (
    <Stack gap="xs" ref={result} tabIndex={-1}>
      <Box component="ol" className="check-steps">
        {trip.steps.map((step) => (
          <TripStep key={step.step} step={step} resting={tooLong} />
        ))}
      </Box>
      {arrived && <Text size="sm">{servers.testMailTicket}</Text>}
      {tooLong && !isOver(trip) && (
        <Text size="sm" c="var(--wait-text)">
          {servers.testMailSlow}
        </Text>
      )}
      {!isOver(trip) && <Stop mailId={mailId} left={left} onStop={onStop} />}
    </Stack>
  );
}

/** Cancels the mail as long as it is here; afterwards there is only the watching to end. */
function Stop({ mailId, left, onStop }: { mailId: string; left: boolean; onStop: () => void }) {
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => answer(api.POST('/api/outbox/{id}/cancel', { params: { path: { id: mailId } } })),
    onSuccess: () => notifyDone(words.outbox.cancelled),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['round-trip', mailId] }),
  });
  return (
    <div>
      <Button
        size="compact-sm"
        variant="default"
        loading={cancel.isPending}
        onClick={() => (left ? onStop() : cancel.mutate())}
      >
        {left ? servers.tripUnwatch : servers.tripCancel}
      </Button>
    </div>
  );
}

async function look({ mailId, accountId }: TripName): Promise<Trip> {
  const params = { path: { mailId }, query: { accountId } };
  return answer(api.GET('/api/round-trips/{mailId}', { params }));
}

// Where the account does not push, it is asked to fetch as soon as the mail has left.
function useFetchOnce(accountId: string, left: boolean) {
  useEffect(() => {
    if (left) void api.POST('/api/accounts/{id}/fetch', { params: { path: { id: accountId } } });
  }, [left, accountId]);
}

function isOver({ steps }: Trip): boolean {
  return steps.at(-1)?.state === 'done' || steps.some(({ state }) => state === 'failed');
}

function TripStep({ step, resting }: { step: Step; resting: boolean }) {
  const told = step.problem && tell(step.problem);
  return (
    <li>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Mark state={step.state} resting={resting} />
        <Box miw={0} flex={1}>
          <Text size="sm" c={step.state === 'ahead' ? 'dimmed' : 'var(--mantine-color-text)'}>
            {servers.tripSteps[step.step]}{' '}
            {step.at && (
              <Text span c="dimmed" size="xs">
                <MomentText at={step.at} past />
              </Text>
            )}
          </Text>
          {told && (
            <Text size="sm" c="dimmed">
              {told.says} {told.cure}
            </Text>
          )}
        </Box>
      </Group>
    </li>
  );
}

function Mark({ state, resting }: { state: Step['state']; resting: boolean }) {
  const label = servers.tripStates[state];
  if (state === 'under-way' && !resting) return <Loader size={20} aria-label={label} />;
  const colors = { done: 'green.8', failed: 'red.8', 'under-way': 'gray.5', ahead: 'gray.5' } as const;
  return (
    <ThemeIcon size={20} radius="xl" color={colors[state]} role="img" aria-label={label}>
      {state === 'done' && <IconCheck size={13} stroke={3} aria-hidden />}
      {state === 'failed' && <IconX size={13} stroke={3} aria-hidden />}
    </ThemeIcon>
  );
}
