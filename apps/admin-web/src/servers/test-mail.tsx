import { type FormEvent, useState } from 'react';
import { Anchor, Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { accountsPageQuery } from '../api/queries.js';
import { type Server } from '../api/shapes.js';
import { usePart } from '../furniture/missing-parts.js';
import { AccountSelect } from '../furniture/account-select.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { words } from '../i18n/words.js';
import { RoundTripSteps, type TripName } from './round-trip-steps.js';

const { servers } = words;

/** Sends a real mail through a server: to one of our own accounts, where it is watched for, or to anybody. */
export function TestMail({ server: { id: serverId } }: { server: Server }) {
  const { data } = usePart(accountsPageQuery({ state: 'live', limit: 1 }));
  const [chosen, setChosen] = useState<string | null>(null);
  const accountId = chosen ?? data?.items[0]?.id ?? '';
  const [to, setTo] = useState('');
  const [watched, watch] = useWatchedTrip();
  const starter = useFocusKept<HTMLButtonElement>(watched !== null);
  const queries = useQueryClient();
  const trip = useMutation({
    mutationFn: () => answer(api.POST('/api/round-trips', { body: { serverId, accountId } })),
    onSuccess: (begun) => {
      queries.setQueryData(['round-trip', begun.mailId], begun);
      watch(begun);
    },
  });
  const mail = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/servers/{id}/test-mail', { params: { path: { id: serverId } }, body: { to } })),
  });
  const sending = accountId === '' ? mail : trip;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <Card>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Title order={2}>{servers.testMail}</Title>
          <Text size="sm" c="dimmed">
            {servers.testMailLead}
          </Text>
          <Group align="flex-end" gap="sm">
            <AccountSelect
              flex="1 1 14rem"
              label={servers.testMailTo}
              empty={servers.testMailOther}
              state="live"
              value={accountId}
              onChange={setChosen}
            />
            {accountId === '' && (
              <TextInput
                flex="1 1 14rem"
                type="email"
                required
                label={servers.testMailAddress}
                value={to}
                onChange={(event) => setTo(event.currentTarget.value)}
              />
            )}
            <Button type="submit" variant="default" ref={starter} loading={sending.isPending}>
              {servers.testMailSend}
            </Button>
          </Group>
          <div role="status">
            {sending.isError && <ProblemNote problem={asProblem(sending.error)} />}
            {watched && <RoundTripSteps key={watched.mailId} of={watched} onStop={() => watch(null)} />}
            {accountId === '' && mail.isSuccess && (
              <Anchor component={Link} to="/outbox">
                {servers.showInOutbox}
              </Anchor>
            )}
          </div>
        </Stack>
      </form>
    </Card>
  );
}

/** The round trip that is watched stands in the address: it is still there after a reload, and on the way back. */
function useWatchedTrip(): [TripName | null, (trip: TripName | null) => void] {
  const [search, setSearch] = useSearchParams();
  const [mailId, accountId] = [search.get('trip'), search.get('account')];
  const watch = (trip: TripName | null) =>
    setSearch(trip ? { trip: trip.mailId, account: trip.accountId } : {}, { replace: true });
  return [mailId && accountId ? { mailId, accountId } : null, watch];
}
