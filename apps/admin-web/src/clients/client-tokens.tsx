import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tokensQuery } from '../api/queries.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { TokenRow } from '../tokens/token-row.js';

/** The mailboxes that were connected with a client. */
export function ClientTokens({ clientId }: { clientId: string }) {
  const { data } = useQuery(tokensQuery);
  const tokens = data?.items.filter((token) => token.clientId === clientId) ?? [];
  if (tokens.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{words.tokens.title}</Title>
      <Rows label={words.tokens.title}>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </Rows>
    </Stack>
  );
}
