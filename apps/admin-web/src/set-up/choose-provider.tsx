import { useState } from 'react';
import { Button, Group, SimpleGrid, Stack, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import { IconPassword } from '@tabler/icons-react';
import { type ClientTemplate, type MailboxProposal } from '../api/shapes.js';
import { ProviderMark } from '../clients/provider-mark.js';
import { providerOf } from '../connect/provider-of.js';
import { AddressSearch } from '../discovery/address-search.js';
import { useDiscovery } from '../discovery/use-discovery.js';
import { ChoiceFace } from '../furniture/choice-face.js';
import { Disclosure } from '../furniture/disclosure.js';
import { words } from '../i18n/words.js';
import { type Choice, choiceFor, choiceOf, choicesOf } from './choices.js';
import { StepFrame } from './step-frame.js';
import { useNoted, useSetUp } from './use-set-up.js';

const { clients } = words;
const { provider } = words.setUp;
// Another provider has another client, and all that came of it.
const ANEW = {
  app: '',
  tenant: '',
  ends: '',
  object: '',
  unique: '',
  client: '',
  token: '',
  account: '',
  server: '',
};

/** The first step: by the address, or by a card. */
export function ChooseProvider({ templates }: { templates: readonly ClientTemplate[] }) {
  const { at, go } = useSetUp();
  const [address, type] = useNoted('address');
  const { common, further } = choicesOf(templates);
  const [open, setOpen] = useState(further.some(({ id }) => id === at('with')));
  const look = useDiscovery(() => undefined);
  const take = (id: string) => go('portal', id === at('with') ? { address } : { ...ANEW, address, with: id });
  return (
    <StepFrame title={provider.title} lead={provider.lead}>
      <Stack gap="sm" className="form-narrow">
        <AddressSearch
          look={look}
          address={address}
          onAddress={type}
          label={provider.address}
          hint={provider.addressHint}
          find={provider.find}
          byEnter
        />
        {look.data && look.variables === address.trim() && (
          <Found items={look.data.items} address={look.data.address} templates={templates} onTake={take} />
        )}
      </Stack>
      <Cards choices={common} chosen={at('with')} onTake={take} />
      <Disclosure label={provider.further} open={open} onToggle={() => setOpen(!open)}>
        <Cards choices={further} chosen={at('with')} onTake={take} />
      </Disclosure>
    </StepFrame>
  );
}

interface FoundProps {
  readonly items: readonly MailboxProposal[];
  readonly address: string;
  readonly templates: readonly ClientTemplate[];
  readonly onTake: (id: string) => void;
}

function Found({ items, address, templates, onTake }: FoundProps) {
  const { template, host } = providerOf(items, []);
  const choice = choiceOf(choiceFor(template, address), templates);
  if (host === null || choice === null)
    return (
      <Text size="sm" role="status">
        {provider.foundNothing}
      </Text>
    );
  const { name } = describe(choice);
  return (
    <Group gap="sm">
      <Text size="sm" role="status">
        {template === null ? provider.foundServer(host) : provider.found(name)}
      </Text>
      <Button size="xs" onClick={() => onTake(choice.id)}>
        {provider.take(name)}
      </Button>
    </Group>
  );
}

interface CardsProps {
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly onTake: (id: string) => void;
}

function Cards({ choices, chosen, onTake }: CardsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} role="group" aria-label={provider.cards}>
      {choices.map((choice) => {
        const { name, lead } = describe(choice);
        return (
          <UnstyledButton
            key={choice.id}
            className="choice"
            data-chosen={choice.id === chosen || undefined}
            aria-current={choice.id === chosen ? 'true' : undefined}
            onClick={() => onTake(choice.id)}
          >
            <ChoiceFace mark={<Mark choice={choice} />} name={name} lead={lead} />
          </UnstyledButton>
        );
      })}
    </SimpleGrid>
  );
}

function Mark({ choice: { template } }: { choice: Choice }) {
  if (template !== null) return <ProviderMark template={template} />;
  return (
    <ThemeIcon variant="light" color="enamel" size={36} radius="md" aria-hidden>
      <IconPassword size={20} />
    </ThemeIcon>
  );
}

/** A choice in words: its own, or those of its template. */
function describe({ id }: Choice): { readonly name: string; readonly lead: string } {
  return provider.choices[id] ?? clients.templates[id] ?? { name: id, lead: '' };
}
