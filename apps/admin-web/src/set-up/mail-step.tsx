import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { accountQuery, serverQuery } from '../api/queries.js';
import { Loaded } from '../furniture/loaded.js';
import { words } from '../i18n/words.js';
import { FirstMail } from './first-mail.js';
import { LiveTests } from './live-tests.js';
import { StepFrame } from './step-frame.js';
import { useSetUp } from './use-set-up.js';

const told = words.setUp.mail;

/** The last step: a test of both directions, and then the first mail. */
export function MailStep() {
  const { at } = useSetUp();
  const [accountId, serverId] = [at('account'), at('server')];
  const account = useQuery({ ...accountQuery(accountId), enabled: accountId !== '' });
  const server = useQuery({ ...serverQuery(serverId), enabled: serverId !== '' });
  return (
    <StepFrame title={told.title}>
      <LiveTests account={account.data} server={server.data} />
      <Stack gap="lg" className="form-narrow">
        {accountId === '' ? (
          <OnlyOutgoing serverId={serverId} />
        ) : (
          <Loaded query={account}>{(loaded) => <FirstMail account={loaded} server={server.data} />}</Loaded>
        )}
      </Stack>
    </StepFrame>
  );
}

function OnlyOutgoing({ serverId }: { serverId: string }) {
  return (
    <Card>
      <Group justify="space-between">
        <Text>{told.onlyOutgoing}</Text>
        <Button component={Link} to={`/servers/${serverId}`}>
          {told.toServer}
        </Button>
      </Group>
    </Card>
  );
}
