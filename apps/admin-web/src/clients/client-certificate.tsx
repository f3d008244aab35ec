import { type ReactNode, useState } from 'react';
import { Button, Card, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconCertificate, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type Client } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { CopyField } from '../furniture/copy-field.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';

const { clients } = words;
type Certificate = NonNullable<Client['pendingCertificate']>;

/** The certificate of a client: made here, uploaded at the provider by the admin, then put to use. */
export function ClientCertificate({ client }: { client: Client }) {
  const { key, pendingCertificate } = client;
  const queries = useQueryClient();
  const onDone = () => queries.invalidateQueries({ queryKey: ['clients'] });
  const params = { path: { clientId: client.id } };
  return (
    <Stack gap="sm" component="section" aria-label={clients.certificate} className="form-narrow">
      <Title order={2}>{clients.certificate}</Title>
      <Text size="sm" c="dimmed">
        {clients.certificateLead}
      </Text>
      {key?.certificate && (
        <Shown certificate={key.certificate} title={clients.certificateInUse}>
          <ConfirmedAct
            label={clients.removeCertificate}
            icon={<IconTrash size={18} aria-hidden />}
            title={clients.removeCertificateTitle}
            consequence={clients.removeCertificateConsequence}
            color="red"
            run={() => answer(api.DELETE('/api/clients/{clientId}/key', { params }))}
            onDone={onDone}
          />
        </Shown>
      )}
      {pendingCertificate ? (
        <Pending client={client} certificate={pendingCertificate} onDone={onDone} />
      ) : (
        <Order client={client} onDone={onDone} />
      )}
    </Stack>
  );
}

function Pending({
  client,
  certificate,
  onDone,
}: {
  client: Client;
  certificate: Certificate;
  onDone: () => Promise<void>;
}) {
  const params = { path: { clientId: client.id } };
  const activate = useMutation({
    mutationFn: () => answer(api.POST('/api/clients/{clientId}/certificate/activate', { params })),
    onSuccess: async () => {
      await onDone();
      notifyDone(clients.certificateActive);
    },
  });
  return (
    <Shown certificate={certificate} title={clients.certificateWaits}>
      <Text size="sm">{clients.certificateSteps}</Text>
      {activate.isError && <ProblemNote problem={asProblem(activate.error)} />}
      <Group gap="xs">
        <Button component="a" href={`api/clients/${client.id}/certificate.cer`} variant="default" download>
          {clients.downloadCertificate}
        </Button>
        <Button loading={activate.isPending} onClick={() => activate.mutate()}>
          {clients.activateCertificate}
        </Button>
        <ConfirmedAct
          label={clients.discardCertificate}
          icon={<IconTrash size={18} aria-hidden />}
          title={clients.discardCertificateTitle}
          consequence={clients.discardCertificateConsequence}
          color="red"
          run={() => answer(api.DELETE('/api/clients/{clientId}/certificate', { params }))}
          onDone={onDone}
        />
      </Group>
    </Shown>
  );
}

function Shown({
  certificate,
  title,
  children,
}: {
  certificate: Certificate;
  title: string;
  children: ReactNode;
}) {
  return (
    <Card>
      <Stack gap="sm">
        <Text fw={600}>{title}</Text>
        <Text size="sm">
          {certificate.subject} · {clients.certificateEnds} <MomentText at={certificate.expiresAt} both />
        </Text>
        <CopyField label={clients.thumbprint1} value={certificate.sha1} />
        <CopyField label={clients.thumbprint256} value={certificate.sha256} />
        {children}
      </Stack>
    </Card>
  );
}

function Order({ client, onDone }: { client: Client; onDone: () => Promise<void> }) {
  const [months, setMonths] = useState('24');
  const [algorithm, setAlgorithm] = useState<'PS256' | 'RS256'>('PS256');
  const create = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/clients/{clientId}/certificate', {
          params: { path: { clientId: client.id } },
          body: { months: Number(months), algorithm },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={clients.certificateMonths}
          value={months}
          onChange={({ currentTarget }) => setMonths(currentTarget.value)}
          data={Object.entries(clients.certificateValidities).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={clients.algorithm}
          value={algorithm}
          onChange={({ currentTarget }) => setAlgorithm(currentTarget.value === 'RS256' ? 'RS256' : 'PS256')}
          data={Object.entries(clients.algorithms).map(([value, label]) => ({ value, label }))}
        />
        <Button
          variant="default"
          loading={create.isPending}
          onClick={() => create.mutate()}
          leftSection={<IconCertificate size={18} aria-hidden />}
        >
          {client.key ? clients.renewCertificate : clients.createCertificate}
        </Button>
      </Group>
      {create.isError && <ProblemNote problem={asProblem(create.error)} />}
    </Stack>
  );
}
