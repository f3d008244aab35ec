import { Button, Text } from '@mantine/core';
import { type Token } from '../api/shapes.js';
import { useReconnect } from '../authorizations/reconnect.js';
import { useNow } from '../furniture/moment-text.js';
import { RowLink } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { AccessEnd } from './access-end.js';
import { TokenBadge } from './token-badge.js';
import { TokenFailure } from './token-failure.js';
import { tokenStatus } from './token-status.js';
import { useTokenUses } from './token-uses.js';

const { tokens } = words;

/** A token in a list: whose it is, how it stands, and the way out when it is ill. */
export function TokenRow({ token }: { token: Token }) {
  const { refresh } = tokenStatus(token, useNow());
  const uses = useTokenUses(token.id);
  return (
    <li className="row">
      <div className="row-main">
        <RowLink to={`/tokens/${token.id}`}>{token.mailbox}</RowLink>
        <Text size="sm" c="dimmed">
          {token.clientName} · {uses ? tokens.useCount(uses.length) : ''}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">
          <AccessEnd at={token.accessExpiresAt} />
        </Text>
        <Text size="sm" c="dimmed">
          {refresh}
        </Text>
      </div>
      <div className="row-side">
        <TokenBadge token={token} />
        {token.state === 'reconnect' && <ReconnectButton token={token} />}
      </div>
      {token.failure && (
        <div className="row-below">
          <TokenFailure failure={token.failure} />
        </div>
      )}
    </li>
  );
}

/** Starts the redirect at once. */
export function ReconnectButton({ token, filled = true }: { token: Token; filled?: boolean }) {
  const reconnect = useReconnect();
  return (
    <Button
      size="sm"
      variant={filled ? 'filled' : 'default'}
      loading={reconnect.isPending}
      aria-label={tokens.reconnectOf(token.mailbox)}
      onClick={() => reconnect.mutate({ tokenId: token.id })}
    >
      {tokens.reconnect}
    </Button>
  );
}
