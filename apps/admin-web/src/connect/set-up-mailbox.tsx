import { Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { clientQuery, templatesQuery, tokenQuery } from '../api/queries.js';
import { type Token } from '../api/shapes.js';
import { ProviderMark } from '../clients/provider-mark.js';
import { Loaded } from '../furniture/loaded.js';
import { TokenBadge } from '../tokens/token-badge.js';
import { ReconnectButton } from '../tokens/token-row.js';
import { MailboxForm } from './mailbox-form.js';

interface SetUpMailboxProps {
  readonly tokenId: string;
  /** The mailbox that was typed before, where the token does not name it. */
  readonly mailbox: string | null;
}

/** Back from the provider: whose mailbox it is, that the token is valid, and what to do with it. */
export function SetUpMailbox({ tokenId, mailbox }: SetUpMailboxProps) {
  const token = useQuery(tokenQuery(tokenId));
  const { data: client } = useQuery({
    ...clientQuery(token.data?.clientId ?? ''),
    enabled: token.data !== undefined,
  });
  const { data: templates } = useQuery(templatesQuery);
  const template = templates?.items.find(({ id }) => id === client?.template);
  return (
    <Loaded query={token}>
      {(loaded) => (
        <Stack gap="lg" className="form-narrow">
          <Connected token={loaded} template={client?.template} />
          {client && templates && <MailboxForm token={loaded} template={template} mailbox={mailbox} />}
        </Stack>
      )}
    </Loaded>
  );
}

function Connected({ token, template }: { token: Token; template: string | undefined }) {
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
