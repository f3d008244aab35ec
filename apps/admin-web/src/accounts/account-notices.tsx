import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconMailExclamation, IconScale } from '@tabler/icons-react';
import { Link } from 'react-router';
import { deliveriesQuery } from '../deliveries/deliveries-query.js';
import { type Account } from '../api/shapes.js';
import { usePart } from '../furniture/missing-parts.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { weight } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { Caution } from './tls-trust-inputs.js';

const { accounts } = words;

/** What somebody should know of an account: why it fails, what is held back, what was too large. */
export function AccountNotices({ account }: { account: Account }) {
  const { failure, setBack } = account.health;
  return (
    <>
      {account.cautions.map((caution) => (
        <Caution key={caution} title={accounts.cautions[caution].title}>
          {accounts.cautions[caution].lead}
        </Caution>
      ))}
      {account.state === 'draft' && setBack && (
        <ProblemNote problem={setBack} title={accounts.setBackTitle} />
      )}
      {account.state === 'live' && failure && (
        <ProblemNote problem={failure} tone={failure.disposition === 'retry-later' ? 'yellow' : 'red'} />
      )}
      {account.counts.quarantined > 0 && <Quarantined account={account} />}
      {account.counts.oversized > 0 && <Oversized account={account} />}
    </>
  );
}

function Quarantined({ account: { id, counts } }: { account: Account }) {
  return (
    <Alert
      color="yellow"
      icon={<IconMailExclamation aria-hidden />}
      title={accounts.quarantineTitle(counts.quarantined, counts.countedTo)}
    >
      <Group justify="space-between">
        <Text size="sm">
          {accounts.quarantineLead}
          {counts.tooFrequent > 0 && ` ${words.mailRules.heldBack(counts.tooFrequent, counts.countedTo)}.`}
        </Text>
        <Button size="xs" variant="default" component={Link} to={`/quarantine?account=${id}`}>
          {accounts.showQuarantine}
        </Button>
      </Group>
    </Alert>
  );
}

function Oversized({ account }: { account: Account }) {
  const { data } = usePart(deliveriesQuery(account.id, 'oversized'));
  return (
    <Alert
      color="yellow"
      icon={<IconScale aria-hidden />}
      title={accounts.oversizedTitle(account.counts.oversized, account.counts.countedTo)}
    >
      <Stack gap="xs">
        <Text size="sm">{accounts.oversizedLead(weight(account.sizeLimitBytes))}</Text>
        <List size="sm">
          {data?.items.slice(0, 5).map(({ id, subject, sender, size }) => (
            <List.Item key={id}>
              {subject || words.deliveries.noSubject} · {sender ?? words.deliveries.noSender} · {weight(size)}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}
