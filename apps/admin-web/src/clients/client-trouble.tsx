import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type Client } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';
import { useRefreshToken } from '../tokens/refresh-token.js';
import { TokenFailure } from '../tokens/token-failure.js';

const { trouble } = words.clients;
type Failure = NonNullable<Client['failure']>;

/** What keeps the provider from renewing tokens of this client, and when it is asked again; nothing while all is well. */
export function ClientTrouble({ failure }: { failure: Client['failure'] }) {
  if (!failure?.retryAt) return null;
  return (
    <Alert
      color="red"
      role="status"
      icon={<IconAlertTriangle aria-hidden />}
      title={trouble.titles[kindOf(failure)]}
    >
      <Stack gap="sm" align="flex-start">
        <TokenFailure failure={failure} />
        <Text size="sm">
          {trouble.since} <MomentText at={failure.since} past />. {trouble.asksAgain}{' '}
          <MomentText at={failure.retryAt} />; {trouble.until}
        </Text>
        {failure.tokenId && <TryAgain tokenId={failure.tokenId} />}
      </Stack>
    </Alert>
  );
}

/** The same in a word, for lists. */
export function ClientTroubleBadge({ failure }: { failure: Client['failure'] }) {
  if (!failure?.retryAt) return null;
  return <StateBadge tone="bad">{trouble.badges[kindOf(failure)]}</StateBadge>;
}

function TryAgain({ tokenId }: { tokenId: string }) {
  const refresh = useRefreshToken(tokenId);
  return (
    <Button size="xs" variant="default" loading={refresh.isPending} onClick={() => refresh.mutate()}>
      {trouble.tryNow}
    </Button>
  );
}

function kindOf({ class: disposition }: Failure): 'refused' | 'silent' {
  return disposition === 'fix-client' ? 'refused' : 'silent';
}
