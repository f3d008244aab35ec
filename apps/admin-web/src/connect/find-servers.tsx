import { Group, Text } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { asProblem } from '../api/problem.js';
import { FindButton } from '../discovery/find-button.js';
import { useDiscovery } from '../discovery/use-discovery.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { type MailboxFields, withProposal } from './mailbox-fields.js';

const { connect, discovery } = words;

/** Where no template knows the servers: asks whoever may know those of the address, and fills them in. */
export function FindServers({ form }: { form: UseFormReturnType<MailboxFields> }) {
  const look = useDiscovery((items) => form.setValues(withProposal(form.getValues(), items)));
  const { address } = form.values;
  const [best] = look.data?.items ?? [];
  return (
    <>
      <Group gap="sm">
        <FindButton look={look} address={address}>
          {connect.findServers}
        </FindButton>
        <Text size="sm" c="dimmed" role="status">
          {look.isSuccess ? (best ? discovery.sources[best.source] : discovery.nothing) : ''}
        </Text>
      </Group>
      {look.isError && <ProblemNote problem={asProblem(look.error)} />}
    </>
  );
}
