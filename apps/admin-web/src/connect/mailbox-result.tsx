import { useEffect, useRef } from 'react';
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { type components } from '../api/schema.gen.js';
import { CheckSteps } from '../furniture/check-steps.js';
import { words } from '../i18n/words.js';

const { connect } = words;

/** What came into being of a mailbox, and how its first check went. */
export type ConnectedMailbox = components['schemas']['ConnectedMailbox'];

/** What came of it, step by step, and where to go on. */
export function MailboxResult({ mailbox: { accountId, serverId, checks } }: { mailbox: ConnectedMailbox }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const steps = [...(checks.account ?? []), ...(checks.server ?? [])];
  const well = steps.every(({ ok }) => ok);
  return (
    <Card>
      <Stack gap="lg">
        <div>
          <Title order={2} ref={heading} tabIndex={-1} className="page-title">
            {well ? connect.doneTitle : connect.brokenTitle}
          </Title>
          <Text c="dimmed">{well ? connect.doneLead : connect.brokenLead}</Text>
        </div>
        {checks.account && <CheckSteps title={connect.incoming} steps={checks.account} />}
        {checks.server && <CheckSteps title={connect.outgoing} steps={checks.server} />}
        <Group>
          {accountId && (
            <Button component={Link} to={`/accounts/${accountId}`}>
              {connect.toAccount}
            </Button>
          )}
          {serverId && (
            <Button component={Link} to={`/servers/${serverId}`} variant={accountId ? 'default' : 'filled'}>
              {connect.toServer}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
