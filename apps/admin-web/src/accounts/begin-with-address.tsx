import { useState } from 'react';
import { Badge, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type MailboxProposal } from '../api/shapes.js';
import { AddressSearch } from '../discovery/address-search.js';
import { useDiscovery } from '../discovery/use-discovery.js';
import { words } from '../i18n/words.js';

const { discovery } = words;

interface BeginWithAddressProps {
  /** Fills the form with a proposal. */
  readonly onChosen: (address: string, proposal: MailboxProposal) => void;
}

/** Begins with the address alone: finds out how its mailbox is reached, and fills the form with what is chosen. */
export function BeginWithAddress({ onChosen }: BeginWithAddressProps) {
  const [typed, type] = useState('');
  const look = useDiscovery(([best], address) => best && onChosen(address, best));
  return (
    <Stack gap="md" className="form-narrow" mb="lg">
      <AddressSearch
        look={look}
        address={typed}
        onAddress={type}
        label={discovery.address}
        hint={discovery.addressHint}
        find={discovery.find}
        byEnter
      />
      {look.isSuccess && <Proposals key={look.data.address} found={look.data} onChosen={onChosen} />}
    </Stack>
  );
}

interface ProposalsProps extends BeginWithAddressProps {
  readonly found: { readonly address: string; readonly items: readonly MailboxProposal[] };
}

function Proposals({ found: { address, items }, onChosen }: ProposalsProps) {
  const [chosen, choose] = useState('0');
  const take = (index: string) => {
    choose(index);
    const proposal = items[Number(index)];
    if (proposal) onChosen(address, proposal);
  };
  if (items.length === 0) return <Text role="status">{discovery.nothing}</Text>;
  return (
    <Stack gap="sm">
      <Radio.Group label={discovery.found(items.length)} value={chosen} onChange={take}>
        <Stack gap="xs" mt={6} role="presentation">
          {items.map((proposal, index) => (
            <Radio
              key={nameOf(proposal)}
              value={String(index)}
              label={<Label proposal={proposal} />}
              description={discovery.sources[proposal.source]}
            />
          ))}
        </Stack>
      </Radio.Group>
      <ByConsent address={address} proposal={items[Number(chosen)]} />
    </Stack>
  );
}

function Label({ proposal }: { proposal: MailboxProposal }) {
  return (
    <Group gap="xs">
      {nameOf(proposal)}
      {proposal.appPassword && <Badge variant="light">{discovery.appPassword}</Badge>}
    </Group>
  );
}

function ByConsent({ address, proposal }: { address: string; proposal: MailboxProposal | undefined }) {
  if (!proposal?.auth.includes('token')) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{proposal.auth.includes('password') ? discovery.tokenToo : discovery.tokenOnly}</Text>
      <Button
        component={Link}
        to={`/connect?address=${encodeURIComponent(address)}`}
        size="xs"
        variant="light"
      >
        {words.navigation.connect}
      </Button>
    </Group>
  );
}

function nameOf({ kind, host, port, security }: MailboxProposal): string {
  return `${kind.toUpperCase()} · ${host}:${port} · ${words.mailHost.securities[security]}`;
}
