import { useState } from 'react';
import { Button, Code, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type components } from '../api/schema.gen.js';
import { type Server } from '../api/shapes.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { notificationAddress } from './notification-address.js';

const { setUps } = words.senderPolicy;

interface SetUpFormProps {
  readonly kind: components['schemas']['SenderSetUpWish']['kind'];
  /** Everybody's servers, the first of them in the order they are asked. */
  readonly servers: readonly Server[];
}

/** Chooses the mailbox that notifications come from, shows what recipients will see, and makes it so. */
export function SetUpForm({ kind, servers }: SetUpFormProps) {
  const queries = useQueryClient();
  const fit = servers.filter(mayNotify);
  const [chosen, setChosen] = useState('');
  const server = fit.find(({ id }) => id === chosen) ?? fit[0];
  const apply = useMutation({
    mutationFn: ({ serverId, address }: { serverId: string; address: string }) =>
      answer(api.POST('/api/sender-policy/set-ups', { body: { kind, serverId, address } })),
    onSuccess: () => notifyDone(setUps.done),
    onSettled: () => queries.invalidateQueries(),
  });
  if (!server) return <Text size="sm">{setUps.noServer}</Text>;
  const address = notificationAddress(server) ?? '';
  return (
    <Stack gap="sm">
      <NativeSelect
        label={setUps.choose[kind]}
        value={server.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={fit.map((each) => ({ value: each.id, label: `${each.name} (${notificationAddress(each)})` }))}
      />
      <div>
        <Text size="sm" fw={600}>
          {setUps.recipientsSee[kind]}
        </Text>
        <Code block tabIndex={0} aria-label={setUps.recipientsSee[kind]}>
          {setUps.headers(address)}
        </Code>
      </div>
      <Text size="sm">{setUps.consequence[kind](server.name, address)}</Text>
      {apply.isError && <ProblemNote problem={asProblem(apply.error)} />}
      <Group>
        <Button
          variant="default"
          loading={apply.isPending}
          onClick={() => apply.mutate({ serverId: server.id, address })}
        >
          {setUps.apply}
        </Button>
      </Group>
    </Stack>
  );
}

// Everybody's, and not for newsletters.
function mayNotify(server: Server): boolean {
  const { state, owner, purpose } = server;
  return (
    state !== 'archived' &&
    owner === null &&
    purpose === 'transactional' &&
    notificationAddress(server) !== null
  );
}
