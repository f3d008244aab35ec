import { useEffect } from 'react';
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconRefresh, IconSend, IconStethoscope, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type OwnMailbox } from '../api/shapes.js';
import { CheckRunning } from '../furniture/check-steps.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';
import { useTrip } from './own-queries.js';
import { standing } from './standing.js';

const { myMailbox } = words;

/** A mailbox of one's own: how it stands, and what can be done about it. */
export function OwnMailboxCard({ mailbox, tryNow }: { mailbox: OwnMailbox; tryNow: boolean }) {
  const { id, address, state, trouble, waiting, ratePerMinute } = mailbox;
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['own-mailboxes'] });
  const params = { path: { id } };
  const check = useMutation({
    mutationFn: () => answer(api.POST('/api/personal/mailboxes/{id}/check', { params })),
    onSettled: refresh,
  });
  const test = useMutation({
    mutationFn: () => answer(api.POST('/api/personal/mailboxes/{id}/test-mail', { params })),
    onSuccess: ({ to }) => notifyDone(myMailbox.testMailSent(to)),
  });
  const { mutate: tryIt } = check;
  useEffect(() => {
    if (tryNow) tryIt();
  }, [tryNow, tryIt]);
  const { tone, word } = standing(mailbox);
  const works = check.data?.steps.every(({ ok }) => ok);
  return (
    <Card component="section" aria-label={address}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} className="own-address">
            {address}
          </Title>
          <StateBadge tone={tone}>{word}</StateBadge>
        </Group>
        {trouble && <Text size="sm">{myMailbox.troubles[trouble].says}</Text>}
        {waiting > 0 && <Text size="sm">{myMailbox.waiting(waiting)}</Text>}
        {ratePerMinute !== null && (
          <Text size="sm" c="dimmed">
            {myMailbox.rate(ratePerMinute)}
          </Text>
        )}
        {trouble === 'reconnect' && mailbox.canReconnect && <Reconnect id={id} />}
        <div role="status">
          {check.isPending && <CheckRunning label={myMailbox.checking} />}
          {works !== undefined && (
            <Text size="sm" fw={600} c={works ? 'var(--good-text)' : 'var(--bad-text)'}>
              {works ? myMailbox.passed : myMailbox.failed}
            </Text>
          )}
        </div>
        {[check, test].map(
          ({ isError, error }, index) =>
            isError && <ProblemNote key={index} problem={asProblem(error)} tone="yellow" />,
        )}
        <Group gap="xs">
          {state !== 'archived' && (
            <Button
              variant="default"
              leftSection={<IconStethoscope size={18} aria-hidden />}
              loading={check.isPending}
              onClick={() => check.mutate()}
            >
              {myMailbox.check}
            </Button>
          )}
          {state === 'live' && trouble === null && (
            <Button
              variant="default"
              leftSection={<IconSend size={18} aria-hidden />}
              loading={test.isPending}
              onClick={() => test.mutate()}
            >
              {myMailbox.testMail}
            </Button>
          )}
          {state !== 'archived' && <Disconnect mailbox={mailbox} onDone={refresh} />}
        </Group>
      </Stack>
    </Card>
  );
}

function Reconnect({ id }: { id: string }) {
  const trip = useTrip();
  return (
    <>
      <Button
        size="md"
        leftSection={<IconRefresh size={18} aria-hidden />}
        loading={trip.isPending}
        onClick={() => trip.mutate({ mailboxId: id })}
      >
        {myMailbox.reconnect}
      </Button>
      {trip.isError && <ProblemNote problem={asProblem(trip.error)} />}
    </>
  );
}

function Disconnect(props: { mailbox: OwnMailbox; onDone: () => Promise<void> }) {
  const { id, address } = props.mailbox;
  return (
    <ConfirmedAct
      label={myMailbox.disconnect}
      title={myMailbox.disconnectTitle(address)}
      consequence={myMailbox.disconnectConsequence}
      icon={<IconTrash size={18} aria-hidden />}
      color="red"
      run={() => answer(api.POST('/api/personal/mailboxes/{id}/disconnect', { params: { path: { id } } }))}
      onDone={async () => {
        notifyDone(myMailbox.disconnected);
        await props.onDone();
      }}
    />
  );
}
