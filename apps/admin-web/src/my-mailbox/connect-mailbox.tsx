import { Button, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { asProblem } from '../api/problem.js';
import { type OwnMailboxes } from '../api/shapes.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { useTrip } from './own-queries.js';

const { myMailbox } = words;

/** The ways to connect a mailbox: one for each provider that an admin opened. */
export function ConnectMailbox({ own: { providers, mayConnect } }: { own: OwnMailboxes }) {
  const trip = useTrip();
  if (!mayConnect)
    return <Text size="sm">{providers.length === 0 ? myMailbox.noProvider : myMailbox.full}</Text>;
  return (
    <Stack gap="sm" align="stretch">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          size="md"
          className="wide-button"
          leftSection={<IconPlugConnected size={18} aria-hidden />}
          loading={trip.isPending && 'clientId' in trip.variables && trip.variables.clientId === id}
          onClick={() => trip.mutate({ clientId: id })}
        >
          {myMailbox.connectWith(name)}
        </Button>
      ))}
      {trip.isError && <ProblemNote problem={asProblem(trip.error)} />}
    </Stack>
  );
}
