import { Anchor, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { accountsQuery, serversQuery, tokensQuery } from '../api/queries.js';
import { words } from '../i18n/words.js';

/** Mailboxes that were connected and never set up: whoever closed the tab goes on here. */
export function WaitingTokens() {
  const { data: tokens } = useQuery(tokensQuery);
  const { data: accounts } = useQuery(accountsQuery);
  const { data: servers } = useQuery(serversQuery);
  if (!tokens || !accounts || !servers) return null;
  const used = new Set([...accounts.items, ...servers.items].map(({ tokenId }) => tokenId));
  const waiting = tokens.items.filter(({ id, state }) => state === 'live' && !used.has(id));
  if (waiting.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.connect.waiting}</Text>
      <List>
        {waiting.map(({ id, mailbox }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`/connect?token=${id}`}>
              {mailbox}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
