import { Alert, Anchor, DataList, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconBan } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type RouteAnswer } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const { whoSends } = words;
/** The server may refuse the sender. */
const RISKY: ReadonlySet<RouteAnswer['reason']> = new Set(['fallback', 'first-server']);

/** Who sends, why, the headers that leave, and why not the others. */
export function RouteResult({ route }: { route: RouteAnswer }) {
  const others = route.considered.filter(({ standing }) => standing !== 'chosen');
  return (
    <Stack gap="xs" mt="xs">
      {route.server ? <Chosen route={route} server={route.server} /> : <Nobody reason={route.reason} />}
      {others.length > 0 && (
        <List size="sm" aria-label={whoSends.others}>
          {others.map(({ id, name, standing }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={`/servers/${id}`} inherit>
                {name}
              </Anchor>
              {`: ${whoSends.standings[standing]}`}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function Nobody({ reason }: Pick<RouteAnswer, 'reason'>) {
  return (
    <Alert color="red" icon={<IconBan aria-hidden />} title={whoSends.nobody}>
      {whoSends.reasons[reason]}
    </Alert>
  );
}

function Chosen({ route, server }: { route: RouteAnswer; server: NonNullable<RouteAnswer['server']> }) {
  const headers = [
    [whoSends.headerFrom, route.headerFrom],
    [whoSends.replyTo, route.replyTo],
    [whoSends.envelopeFrom, route.envelopeFrom],
  ] as const;
  return (
    <>
      <Group gap="xs">
        <IconArrowRight size={18} aria-hidden />
        <Anchor component={Link} to={`/servers/${server.id}`} fw={600}>
          {server.name}
        </Anchor>
      </Group>
      <Text size="sm" c={RISKY.has(route.reason) ? 'var(--wait-text)' : 'dimmed'}>
        {whoSends.reasons[route.reason]} {route.standIn && whoSends.standIns[route.standIn]}
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
    </>
  );
}
