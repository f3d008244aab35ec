import { Alert, Anchor, Button, Card, DataList, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowRight, IconBan } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type RouteAnswer } from '../api/shapes.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';

const { whoSends } = words;

/** Asks the same function that routes real mail which server would send for an address, and why. */
export function WhoSends() {
  const [from, setFrom] = useState('');
  const ask = useMutation({ mutationFn: () => answer(api.POST('/api/servers/route', { body: { from } })) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from.trim() !== '') ask.mutate();
  };
  return (
    <Card>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Title order={2}>{whoSends.title}</Title>
          <Group align="flex-end" gap="sm">
            <TextInput
              flex="1 1 16rem"
              maw="28rem"
              type="email"
              label={whoSends.from}
              placeholder="support@example.com"
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={ask.isPending}>
              {whoSends.ask}
            </Button>
          </Group>
          <div role="status">
            {ask.isError && <ProblemNote problem={asProblem(ask.error)} />}
            {ask.isSuccess && <Route route={ask.data} />}
          </div>
        </Stack>
      </form>
    </Card>
  );
}

function Route({ route }: { route: RouteAnswer }) {
  if (!route.server)
    return (
      <Alert color="red" icon={<IconBan aria-hidden />} title={whoSends.nobody}>
        {whoSends.reasons[route.reason]}
      </Alert>
    );
  const headers = [
    [whoSends.headerFrom, route.headerFrom],
    [whoSends.envelopeFrom, route.envelopeFrom],
    [whoSends.replyTo, route.replyTo],
  ] as const;
  return (
    <Stack gap="xs" mt="xs">
      <Group gap="xs">
        <IconArrowRight size={18} aria-hidden />
        <Anchor component={Link} to={`/servers/${route.server.id}`} fw={600}>
          {route.server.name}
        </Anchor>
      </Group>
      <Text size="sm" c={route.reason === 'fallback' ? 'var(--wait-text)' : 'dimmed'}>
        {whoSends.reasons[route.reason]}
      </Text>
      <DataList labelWidth={130} className="facts">
        {headers.map(([label, value]) =>
          value ? (
            <DataList.Item key={label}>
              <DataList.ItemLabel>{label}</DataList.ItemLabel>
              <DataList.ItemValue>{value}</DataList.ItemValue>
            </DataList.Item>
          ) : null,
        )}
      </DataList>
    </Stack>
  );
}
