import { useState } from 'react';
import { Button, Code, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type SenderPolicy, type Server } from '../api/shapes.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { addressOf, setUpChanges, type SetUpKind } from './set-up-changes.js';

const { setUps } = words.senderPolicy;

interface SetUpFormProps {
  readonly kind: SetUpKind;
  readonly policy: SenderPolicy;
  readonly servers: readonly Server[];
}

/** Chooses the mailbox that notifications come from, shows what recipients will see, and makes it so. */
export function SetUpForm({ kind, policy, servers }: SetUpFormProps) {
  const queries = useQueryClient();
  const fit = servers.filter(mayNotify);
  const [chosen, setChosen] = useState('');
  const server = fit.find(({ id }) => id === chosen) ?? fit[0];
  const apply = useMutation({
    mutationFn: async (on: Server) => {
      const { change, body } = setUpChanges(kind, on, policy);
      await answer(api.PATCH('/api/servers/{id}', { params: { path: { id: on.id } }, body: change }));
      return answer(api.PUT('/api/sender-policy', { body }));
    },
    onSuccess: () => notifyDone(setUps.done),
    onSettled: () => queries.invalidateQueries(),
  });
  if (!server) return <Text size="sm">{setUps.noServer}</Text>;
  const address = addressOf(server) ?? '';
  return (
    <Stack gap="sm">
      <NativeSelect
        label={setUps.choose[kind]}
        value={server.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={fit.map((each) => ({ value: each.id, label: `${each.name} (${addressOf(each)})` }))}
      />
      <div>
        <Text size="sm" fw={600}>
          {setUps.recipientsSee[kind]}
        </Text>
        <Code block>{setUps.headers(address)}</Code>
      </div>
      <Text size="sm">{setUps.consequence[kind](server.name, address)}</Text>
      {apply.isError && <ProblemNote problem={asProblem(apply.error)} />}
      <Group>
        <Button variant="default" loading={apply.isPending} onClick={() => apply.mutate(server)}>
          {setUps.apply}
        </Button>
      </Group>
    </Stack>
  );
}

// Everybody's, and not for newsletters.
function mayNotify(server: Server): boolean {
  const { state, owner, purpose } = server;
  return state !== 'archived' && owner === null && purpose === 'transactional' && addressOf(server) !== null;
}
