import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Anchor, Button, Card, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { sessionQuery } from '../api/queries.js';
import { type Account, type Delivery, type Server } from '../api/shapes.js';
import { DeliveryRow } from '../deliveries/delivery-row.js';
import { CopyField } from '../furniture/copy-field.js';
import { Disclosure } from '../furniture/disclosure.js';
import { ProblemLine, ProblemNote } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { RoundTripSteps } from '../servers/round-trip-steps.js';
import { useFirstDelivery } from './first-delivery.js';

const told = words.setUp.mail;
const PATIENCE_MS = 60_000;

interface FirstMailProps {
  readonly account: Account;
  readonly server: Server | undefined;
}

/** Waits for the first mail of an account and shows it as soon as it is there; says what to look at when none comes. */
export function FirstMail({ account, server }: FirstMailProps) {
  const { delivery, look } = useFirstDelivery(account);
  if (delivery) return <Arrived account={account} delivery={delivery} />;
  return (
    <Card component="section" aria-label={told.waitTitle}>
      <Stack gap="md">
        <div>
          <Title order={3} fz="lg">
            {told.waitTitle}
          </Title>
          <Text c="dimmed">{told.waitLead}</Text>
        </div>
        <CopyField label={told.address} value={account.address} />
        <Group gap="sm">
          <Button
            component="a"
            href={`mailto:${encodeURIComponent(account.address)}`}
            variant="default"
            leftSection={<IconMailForward size={18} aria-hidden />}
          >
            {told.write}
          </Button>
          <Button
            variant="default"
            loading={look.isPending}
            disabled={account.state !== 'live'}
            onClick={() => look.mutate()}
          >
            {told.look}
          </Button>
          {account.state === 'live' && server?.state === 'live' && (
            <WrittenHere accountId={account.id} serverId={server.id} />
          )}
        </Group>
        {look.isError && <ProblemNote problem={asProblem(look.error)} />}
        <Group gap="sm" role="status" wrap="nowrap">
          {account.state === 'live' && <Loader size="xs" aria-hidden />}
          <Text size="sm">{account.state === 'live' ? told.waiting : told.notLive}</Text>
        </Group>
        {account.health.failure && <ProblemLine problem={account.health.failure} />}
        <NothingComes account={account} />
      </Stack>
    </Card>
  );
}

/** Mailroom sends the mail itself, through the server beside the account. */
function WrittenHere({ accountId, serverId }: { accountId: string; serverId: string }) {
  const trip = useMutation({
    mutationFn: () => answer(api.POST('/api/round-trips', { body: { serverId, accountId } })),
  });
  return (
    <>
      <Button variant="light" loading={trip.isPending} onClick={() => trip.mutate()}>
        {told.itself}
      </Button>
      {trip.isError && <ProblemNote problem={asProblem(trip.error)} />}
      {trip.data && <RoundTripSteps key={trip.data.mailId} of={trip.data} onStop={trip.reset} />}
    </>
  );
}

function NothingComes({ account: { id, state } }: { account: Account }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (state !== 'live') return undefined;
    const timer = setTimeout(() => setOpen(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <Disclosure label={told.nothing} open={open} onToggle={() => setOpen(!open)}>
      <Stack gap="sm">
        <List size="sm" spacing={6}>
          {told.help.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Anchor component={Link} to={`/accounts/${id}?tab=activity`} size="sm">
          {told.activity}
        </Anchor>
      </Stack>
    </Disclosure>
  );
}

function Arrived({ account, delivery }: { account: Account; delivery: Delivery }) {
  const { data: session } = useQuery(sessionQuery);
  const well = delivery.outcome === 'stored';
  return (
    <Announced title={told.arrivedTitle} lead={well ? told.arrivedLead : told.arrivedOtherwise}>
      <Rows label={told.arrivedTitle}>
        <DeliveryRow delivery={delivery} />
      </Rows>
      <Group gap="sm">
        {session && (
          <Button component="a" href={session.publicUrl}>
            {told.helpdesk}
          </Button>
        )}
        <Button component={Link} to={`/accounts/${account.id}`} variant="default">
          {told.account}
        </Button>
        <Button component={Link} to="/set-up" variant="default">
          {told.another}
        </Button>
      </Group>
    </Announced>
  );
}

function Announced({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <Card component="section" aria-label={title}>
      <Stack gap="md">
        <div role="status">
          <Title order={3} fz="lg" ref={heading} tabIndex={-1} className="page-title">
            {title}
          </Title>
          <Text c="dimmed">{lead}</Text>
        </div>
        {children}
      </Stack>
    </Card>
  );
}
