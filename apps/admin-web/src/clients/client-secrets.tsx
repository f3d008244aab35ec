import { type SyntheticEvent, useState } from 'react';
import { Badge, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type Client, type ClientTemplate } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { instant } from './client-fields.js';
import { SecretEnd } from './secret-end.js';
import { isSecretId } from './valid-client.js';

const { clients } = words;
type Secret = Client['secrets'][number];

/** The secrets that a client may prove itself with: one, or the old and the new one while one replaces the other. */
export function ClientSecrets({ client, template }: { client: Client; template: ClientTemplate }) {
  return (
    <Stack gap="sm" component="section" aria-label={clients.secrets}>
      <Title order={2}>{clients.secrets}</Title>
      <Text size="sm" c="dimmed">
        {clients.secretsLead}
      </Text>
      {client.secrets.length > 0 && (
        <Rows label={clients.secrets}>
          {client.secrets.map((secret, index) => (
            <SecretRow key={secret.id} client={client} secret={secret} index={index} />
          ))}
        </Rows>
      )}
      {client.secrets.length < 2 && <AddSecret client={client} template={template} />}
    </Stack>
  );
}

function SecretRow({ client, secret, index }: { client: Client; secret: Secret; index: number }) {
  const queries = useQueryClient();
  const path = { clientId: client.id, secretId: secret.id };
  const name = clients.secretNumber(index, client.secrets.length);
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {clients.secretAdded(secret.addedBy)} <MomentText at={secret.addedAt} past />
        </Text>
      </div>
      <div className="row-facts">
        <SecretEnd clientId={client.id} secret={secret} name={name} />
      </div>
      <div className="row-side">
        {secret.refusedAt && (
          <Badge color="red" c="var(--bad-text)" size="lg">
            {clients.secretRefused}
          </Badge>
        )}
        <ConfirmedAct
          label={clients.removeSecret}
          icon={<IconTrash size={18} aria-hidden />}
          title={clients.removeSecretTitle}
          consequence={clients.removeSecretConsequence}
          color="red"
          run={() => answer(api.DELETE('/api/clients/{clientId}/secrets/{secretId}', { params: { path } }))}
          onDone={() => queries.invalidateQueries({ queryKey: ['clients'] })}
        />
      </div>
    </li>
  );
}

function AddSecret({ client, template }: { client: Client; template: ClientTemplate }) {
  const queries = useQueryClient();
  const [secret, setSecret] = useState('');
  const [day, setDay] = useState('');
  const add = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/clients/{clientId}/secrets', {
          params: { path: { clientId: client.id } },
          body: { secret, expiresAt: day === '' ? null : instant(day) },
        }),
      ),
    onSuccess: async () => {
      setSecret('');
      setDay('');
      await queries.invalidateQueries({ queryKey: ['clients'] });
      notifyDone(clients.secretAddedDone);
    },
  });
  const isId = isSecretId(template, secret);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (secret.trim() !== '' && !isId) add.mutate();
  };
  return (
    <form onSubmit={submit} className="form-narrow">
      <Stack gap="sm">
        <Group align="flex-start" gap="sm" grow preventGrowOverflow={false}>
          <PasswordInput
            miw="14rem"
            label={clients.newSecret}
            value={secret}
            onChange={({ currentTarget }) => setSecret(currentTarget.value)}
            error={isId && clients.rules.secretId}
            autoComplete="new-password"
          />
          <TextInput
            type="date"
            label={clients.secretExpiresAt}
            value={day}
            onChange={({ currentTarget }) => setDay(currentTarget.value)}
          />
        </Group>
        {add.isError && <ProblemNote problem={asProblem(add.error)} />}
        <Group>
          <Button type="submit" variant="default" loading={add.isPending} disabled={secret.trim() === ''}>
            {clients.addSecret}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
