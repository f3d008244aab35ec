import { useEffect } from 'react';
import { Button, Card, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type Client, type Diagnosis } from '../api/shapes.js';
import { CheckRunning, CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { useSetUp } from './use-set-up.js';

const told = words.setUp.client;

interface ClientTrialProps {
  readonly client: Client;
  readonly onWrong: () => void;
  readonly onNext: () => void;
}

/** Tries a client at its provider, once, as soon as it is shown; nothing of what comes is kept. */
export function ClientTrial({ client, onWrong, onNext }: ClientTrialProps) {
  const { at, note } = useSetUp();
  const trial = useQuery({
    queryKey: ['client-trial', client.id, client.updatedAt],
    queryFn: () => tryClient(client),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data, isFetching } = trial;
  const isWrong = data !== undefined && !passed(data);
  const objectId = data?.claims?.objectId ?? '';
  useEffect(() => {
    if (isWrong) onWrong();
  }, [isWrong]);
  useEffect(() => {
    if (objectId !== '' && objectId !== at('object')) note({ object: objectId });
  }, [objectId]);
  return (
    <Card>
      <Stack gap="md">
        {isFetching && <CheckRunning label={told.checking} />}
        {trial.isError && <ProblemNote problem={asProblem(trial.error)} />}
        {data && !isFetching && (
          <CheckSteps steps={data.steps} title={told.checkTitle} passed={told.well} failed={told.wrong} />
        )}
        <Group gap="sm">
          <Button
            variant={isWrong || trial.isError ? 'default' : 'filled'}
            disabled={isFetching}
            onClick={onNext}
          >
            {isWrong ? told.goOnAnyway : words.setUp.next}
          </Button>
          <Button variant="default" loading={isFetching} onClick={() => void trial.refetch()}>
            {told.checkAgain}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

// A service account is let in at the provider in the next step: before that its trial could only fail.
function tryClient({ id, flow }: Client): Promise<Diagnosis> {
  const params = { path: { id } };
  return answer(api.POST('/api/clients/{id}/diagnosis', { params, body: { ask: flow !== 'jwt-bearer' } }));
}

function passed({ steps }: Diagnosis): boolean {
  return steps.every(({ ok }) => ok);
}
