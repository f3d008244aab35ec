import { Card, Group, Text } from '@mantine/core';
import { type Token } from '../api/shapes.js';
import { ProviderMark } from '../clients/provider-mark.js';
import { TokenBadge } from '../tokens/token-badge.js';
import { ReconnectButton } from '../tokens/token-row.js';

/** Back from the provider: whose mailbox it is, and that the token is valid. */
export function ConnectedToken({ token, template }: { token: Token; template: string | undefined }) {
  return (
    <Card>
      <Group justify="space-between">
        <Group gap="md" wrap="nowrap">
          {template && <ProviderMark template={template} />}
          <div>
            <Text fw={700} size="lg" className="breakable">
              {token.mailbox}
            </Text>
            <Text size="sm" c="dimmed">
              {token.clientName}
            </Text>
          </div>
        </Group>
        <Group gap="xs" role="status">
          <TokenBadge token={token} />
          {token.state === 'reconnect' && <ReconnectButton token={token} />}
        </Group>
      </Group>
    </Card>
  );
}
