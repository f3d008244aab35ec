import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { tokensQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { words } from '../i18n/words.js';

const AT_MOST = 10;

/** Mailboxes that were connected and never set up: whoever closed the tab goes on here. */
export function WaitingTokens() {
  const { data } = usePart(tokensQuery({ state: 'live', use: 'unused', limit: AT_MOST }));
  if (!data || data.total === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.connect.waiting}</Text>
      <List>
        {data.items.map(({ id, mailbox }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`/connect?token=${id}`}>
              {mailbox}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {data.total > AT_MOST && (
        <Anchor component={Link} to="/tokens?use=unused" size="sm">
          {words.connect.allWaiting(data.total)}
        </Anchor>
      )}
    </Stack>
  );
}
