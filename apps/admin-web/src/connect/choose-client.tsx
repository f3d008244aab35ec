import { useState, type ReactNode } from 'react';
import { Anchor, Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconExternalLink, IconPlus, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { asProblem } from '../api/problem.js';
import { clientQuery, clientsQuery } from '../api/queries.js';
import { type Client } from '../api/shapes.js';
import { ProviderMark } from '../clients/provider-mark.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { FindProvider } from './find-provider.js';
import { useClient } from './use-client.js';
import { WaitingTokens } from './waiting-tokens.js';

const { connect, clients } = words;

const OFFERED = 20;

interface ChooseClientProps {
  readonly wanted: string | null;
  /** The address that was typed on another page. */
  readonly begun: string;
}

/** Which client to sign in with, then off to the provider. */
export function ChooseClient({ wanted, begun }: ChooseClientProps) {
  const [typed, type] = useState('');
  const [address, setAddress] = useState(begun);
  const [search] = useDebouncedValue(typed, 250);
  const query = useQuery(clientsQuery({ validity: 'valid', search, limit: OFFERED }));
  const first = useQuery({ ...clientQuery(wanted ?? ''), enabled: wanted !== null });
  return (
    <Loaded query={query}>
      {({ items, total }) => {
        if (total === 0 && search === '') return <NoClient address={address} onAddress={setAddress} />;
        const known = first.data?.validity === 'valid' && search === '' ? [first.data] : [];
        const others = items.filter(({ id }) => id !== known[0]?.id);
        const finder = (total > OFFERED || search !== '') && (
          <TextInput
            type="search"
            label={connect.searchClient}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
          />
        );
        return (
          <Choice
            clients={[...known, ...others]}
            wanted={wanted}
            finder={finder}
            address={address}
            onAddress={setAddress}
          />
        );
      }}
    </Loaded>
  );
}

/** Without a client the address says which one to register. */
function NoClient({ address, onAddress }: AddressProps) {
  return (
    <Stack gap="lg" className="form-narrow">
      <FindProvider
        address={address}
        onAddress={onAddress}
        hint={connect.addressFinds}
        required={false}
        clients={[]}
        onClient={() => undefined}
      />
      <NextStep
        icon={IconShieldLock}
        title={connect.noClientTitle}
        action={
          <Button component={Link} to="/clients/new" leftSection={<IconPlus size={18} aria-hidden />}>
            {clients.register}
          </Button>
        }
      >
        {connect.noClientLead}
      </NextStep>
    </Stack>
  );
}

interface AddressProps {
  readonly address: string;
  readonly onAddress: (address: string) => void;
}

interface ChoiceProps extends AddressProps {
  readonly clients: readonly Client[];
  readonly wanted: string | null;
  readonly finder: ReactNode;
}

function Choice({ clients: usable, wanted, finder, address, onAddress: setAddress }: ChoiceProps) {
  const [clicked, choose] = useState(wanted ?? '');
  const chosen = usable.find(({ id }) => id === clicked) ?? usable[0];
  const navigate = useNavigate();
  const {
    way = 'sign-in',
    byItself,
    go,
    state,
  } = useClient(chosen, address.trim(), {
    returnTo: 'connect',
    onToken: (id, mailbox) => navigate(`/connect?token=${id}&mailbox=${encodeURIComponent(mailbox)}`),
  });
  const needsAddress = way !== 'sign-in';
  return (
    <Stack gap="lg" className="form-narrow">
      <FindProvider
        address={address}
        onAddress={setAddress}
        hint={connect.addressHints[way]}
        required={needsAddress}
        clients={usable}
        onClient={choose}
      />
      {finder}
      <Radio.Group
        label={connect.client}
        description={connect.clientHint}
        value={chosen?.id ?? ''}
        onChange={choose}
      >
        <Stack gap="sm" mt="sm">
          {usable.map((client) => (
            <ClientCard key={client.id} client={client} />
          ))}
        </Stack>
      </Radio.Group>
      {state.isError && <ProblemNote problem={asProblem(state.error)} />}
      <Group>
        <Button
          loading={state.isPending}
          disabled={!chosen || (needsAddress && address.trim() === '')}
          onClick={go}
          rightSection={byItself ? null : <IconExternalLink size={18} aria-hidden />}
        >
          {byItself ? connect.requestToken : connect.connect}
        </Button>
        <Anchor component={Link} to="/clients/new" size="sm">
          {connect.otherClient}
        </Anchor>
        {wanted !== null && chosen && (
          <Anchor component={Link} to={`/clients/${chosen.id}`} size="sm">
            {connect.checkFirst}
          </Anchor>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {connect.whatHappens[way]}
      </Text>
      <WaitingTokens />
    </Stack>
  );
}

function ClientCard({ client }: { client: Client }) {
  return (
    <Radio.Card value={client.id} p="md" className="client-card" aria-label={client.name}>
      <Group gap="sm" wrap="nowrap">
        <Radio.Indicator />
        <ProviderMark template={client.template} />
        <div>
          <Text fw={600}>{client.name}</Text>
          <Text size="sm" c="dimmed">
            {clients.templates[client.template]?.name ?? client.template}
          </Text>
        </div>
      </Group>
    </Radio.Card>
  );
}
