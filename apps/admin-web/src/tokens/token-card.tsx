import { Box, Card, Group, Text } from '@mantine/core';
import { tokenQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { RowLink } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { ReconnectButton } from './token-row.js';
import { AccessEnd } from './access-end.js';
import { TokenBadge } from './token-badge.js';
import { TokenFailure } from './token-failure.js';

interface TokenCardProps {
  readonly tokenId: string;
  /** Whose own mailbox it is: nobody else can connect it again. */
  readonly owner?: string | undefined;
}

/** The token behind an account or server, with the way to reconnect it in place, or who alone can. */
export function TokenCard({ tokenId, owner }: TokenCardProps) {
  const { data: token } = usePart(tokenQuery(tokenId));
  if (!token) return null;
  return (
    <Card>
      <Group justify="space-between" gap="md">
        <div>
          <Group gap="sm">
            <RowLink to={`/tokens/${token.id}`}>{token.mailbox}</RowLink>
            <TokenBadge token={token} />
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {token.clientName} · <AccessEnd at={token.accessExpiresAt} />
          </Text>
        </div>
        {owner === undefined ? (
          <ReconnectButton token={token} filled={token.state === 'reconnect'} />
        ) : (
          <Text size="sm">{words.tokens.ownersOnly(owner)}</Text>
        )}
      </Group>
      {token.failure && (
        <Box mt="sm">
          <TokenFailure failure={token.failure} />
        </Box>
      )}
    </Card>
  );
}
