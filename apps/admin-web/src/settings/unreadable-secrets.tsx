import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyProgress } from '../api/shapes.js';
import { RowLink } from '../furniture/rows.js';
import { words } from '../i18n/words.js';

const { keys } = words;
const PLACES: Readonly<Record<string, string>> = keys.places;
const PAGES: Readonly<Record<string, string>> = {
  client: '/clients',
  token: '/tokens',
  account: '/accounts',
  server: '/servers',
  invoker: '/invokers',
  webhook: '/webhooks',
};

/** What the last run could not open, each with the way to where it can be entered again. */
export function UnreadableSecrets({
  secrets,
}: {
  secrets: NonNullable<KeyProgress['lastRun']>['unreadable'];
}) {
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={keys.unreadableTitle(secrets.length)}>
      <Text size="sm" mb="xs">
        {keys.unreadableLead}
      </Text>
      <List size="sm">
        {secrets.map(({ place, owner, keyId }) => (
          <List.Item key={`${place} ${owner.id}`}>
            <RowLink to={`${PAGES[owner.kind] ?? ''}/${owner.id}`}>{owner.name || owner.id}</RowLink>
            {`: ${PLACES[place] ?? place}`}
            {keyId !== null && ` (${keys.ofKey(keyId)})`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
