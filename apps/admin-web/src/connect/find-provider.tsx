import { type ReactNode } from 'react';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type Client, type MailboxProposal } from '../api/shapes.js';
import { AddressSearch } from '../discovery/address-search.js';
import { useDiscovery } from '../discovery/use-discovery.js';
import { words } from '../i18n/words.js';
import { providerOf } from './provider-of.js';

const { connect, clients, accounts } = words;

interface FindProviderProps {
  readonly address: string;
  readonly onAddress: (address: string) => void;
  readonly hint: string;
  readonly required: boolean;
  readonly clients: readonly Client[];
  /** A client whose tokens the mailbox takes. */
  readonly onClient: (id: string) => void;
}

/** The address of the mailbox, from which its provider is found and the client that goes with it. */
export function FindProvider(props: FindProviderProps) {
  const { address, onAddress, hint, required, clients: usable, onClient } = props;
  const look = useDiscovery((items) => {
    const { client } = providerOf(items, usable);
    if (client) onClient(client.id);
  });
  return (
    <Stack gap="sm">
      <AddressSearch
        look={look}
        address={address}
        onAddress={onAddress}
        label={connect.address}
        hint={hint}
        find={connect.find}
        required={required}
      />
      {look.data && look.variables === address.trim() && <Found items={look.data.items} usable={usable} />}
    </Stack>
  );
}

function Found({ items, usable }: { items: readonly MailboxProposal[]; usable: readonly Client[] }) {
  const { template, client, host } = providerOf(items, usable);
  if (host === null) return <Says>{connect.foundNothing}</Says>;
  if (template === null)
    return (
      <Says
        more={
          <Anchor component={Link} to="/accounts/new" size="sm">
            {accounts.addByHand}
          </Anchor>
        }
      >
        {connect.foundServer(host)}
      </Says>
    );
  const name = clients.templates[template]?.name ?? template;
  if (client) return <Says>{connect.foundClient(name, client.name)}</Says>;
  const register = (
    <Anchor component={Link} to={`/clients/new?template=${encodeURIComponent(template)}`} size="sm">
      {connect.registerFor(name)}
    </Anchor>
  );
  return <Says more={register}>{connect.foundNoClient(name)}</Says>;
}

function Says({ children, more }: { children: string; more?: ReactNode }) {
  return (
    <Group gap="sm">
      <Text size="sm" role="status">
        {children}
      </Text>
      {more}
    </Group>
  );
}
