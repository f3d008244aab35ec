import { type SyntheticEvent, useState } from 'react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type Client } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { dayOf, instant } from './client-fields.js';

const { clients } = words;

interface SecretEndProps {
  readonly clientId: string;
  readonly secret: Client['secrets'][number];
  /** What the secret is called, for those who hear the page. */
  readonly name: string;
}

/** When a secret ends, and the way to say otherwise. */
export function SecretEnd({ clientId, secret, name }: SecretEndProps) {
  const [isChanging, setChanging] = useState(false);
  if (isChanging)
    return <EndForm clientId={clientId} secret={secret} name={name} onClose={() => setChanging(false)} />;
  return (
    <Group gap="xs">
      <Text size="sm">
        {secret.expiresAt ? clients.secretEnds : clients.secretEndUnknown}{' '}
        {secret.expiresAt && <MomentText at={secret.expiresAt} both />}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconCalendar size={16} aria-hidden />}
        aria-label={clients.changeEndOf(name)}
        onClick={() => setChanging(true)}
      >
        {clients.changeEnd}
      </Button>
    </Group>
  );
}

function EndForm({ clientId, secret, name, onClose }: SecretEndProps & { onClose: () => void }) {
  const queries = useQueryClient();
  const [day, setDay] = useState(dayOf(secret.expiresAt));
  const change = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/clients/{clientId}/secrets/{secretId}', {
          params: { path: { clientId, secretId: secret.id } },
          body: { expiresAt: day === '' ? null : instant(day) },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['clients'] });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit} aria-label={clients.changeEndOf(name)}>
      <Stack gap="xs">
        <TextInput
          type="date"
          label={clients.secretExpiresAt}
          description={clients.changeEndHint}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
          data-autofocus
        />
        {change.isError && <ProblemNote problem={asProblem(change.error)} />}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={change.isPending}>
            {words.save}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
