import { Anchor, Stack, Title } from '@mantine/core';
import { Link } from 'react-router';
import { tokensQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { TokenRow } from '../tokens/token-row.js';

const AT_MOST = 10;

/** The mailboxes that were connected with a client. */
export function ClientTokens({ clientId }: { clientId: string }) {
  const { data } = usePart(tokensQuery({ client: clientId, sort: 'urgency', limit: AT_MOST }));
  if (!data || data.total === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{words.tokens.title}</Title>
      <Rows label={words.tokens.title}>
        {data.items.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </Rows>
      {data.total > AT_MOST && (
        <Anchor component={Link} to={`/tokens?client=${clientId}`} size="sm">
          {words.tokens.all(data.total)}
        </Anchor>
      )}
    </Stack>
  );
}
