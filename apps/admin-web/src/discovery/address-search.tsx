import { type KeyboardEvent } from 'react';
import { Box, Group, TextInput } from '@mantine/core';
import { api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type components } from '../api/schema.gen.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { type Ask, useJudged } from '../furniture/use-judged.js';
import { faultIn } from '../furniture/use-server-rules.js';
import { FindButton } from './find-button.js';
import { type useDiscovery } from './use-discovery.js';

const judge: Ask<components['schemas']['DiscoveryInput']> = (body, signal) =>
  api.POST('/api/accounts/discover/findings', { body, signal });

interface AddressSearchProps {
  readonly look: ReturnType<typeof useDiscovery>;
  readonly address: string;
  readonly onAddress: (address: string) => void;
  readonly label: string;
  readonly hint: string;
  readonly find: string;
  readonly required?: boolean;
  /** Enter looks, too: where the field is not one of a form that Enter would send. */
  readonly byEnter?: boolean;
}

/** An address and the button that looks for its mailbox. */
export function AddressSearch(props: AddressSearchProps) {
  const { look, address, onAddress, label, hint, find, required = false, byEnter = false } = props;
  const findings = useJudged({ address }, judge, { when: address.trim() !== '' });
  const search = ({ key }: KeyboardEvent) => {
    if (byEnter && key === 'Enter' && address.trim() !== '') look.mutate(address.trim());
  };
  return (
    <>
      <TextInput
        type="email"
        label={label}
        description={hint}
        required={required}
        placeholder="support@example.com"
        value={address}
        onChange={(event) => onAddress(event.currentTarget.value)}
        onKeyDown={search}
        error={faultIn(findings, 'address', address)}
        inputContainer={(input) => (
          <Group gap="sm">
            <Box flex="1 1 16rem">{input}</Box>
            <FindButton look={look} address={address}>
              {find}
            </FindButton>
          </Group>
        )}
      />
      {look.isError && <ProblemNote problem={asProblem(look.error)} />}
    </>
  );
}
