import { type ReactNode } from 'react';
import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type Client, type MailboxProposal } from '../api/shapes.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { providerOf } from './provider-of.js';

const { connect, clients, accounts } = words;

/** Asks whose mailbox an address is; nothing is signed in to. */
export function useDiscovery(onFound: (items: readonly MailboxProposal[]) => void) {
  return useMutation({
    mutationFn: (address: string) => answer(api.POST('/api/accounts/discover', { body: { address } })),
    onSuccess: ({ items }) => onFound(items),
  });
}

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
      <Group align="flex-end" gap="sm">
        <TextInput
          flex="1 1 16rem"
          type="email"
          label={connect.address}
          description={hint}
          required={required}
          placeholder="support@example.com"
          value={address}
          onChange={(event) => onAddress(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={look.isPending}
          disabled={address.trim() === ''}
          leftSection={<IconSearch size={16} aria-hidden />}
          onClick={() => look.mutate(address.trim())}
        >
          {connect.find}
        </Button>
      </Group>
      {look.isError && <ProblemNote problem={asProblem(look.error)} />}
      {look.data && look.data.address === address.trim() && <Found items={look.data.items} usable={usable} />}
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
