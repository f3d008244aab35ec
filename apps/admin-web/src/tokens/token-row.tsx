import { Button, Text } from '@mantine/core';
import { type Token } from '../api/shapes.js';
import { useReconnect } from '../authorizations/reconnect.js';
import { MomentText, useNow } from '../furniture/moment-text.js';
import { RowLink } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { AccessEnd } from './access-end.js';
import { TokenActions } from './token-actions.js';
import { TokenBadge } from './token-badge.js';
import { TokenFailure } from './token-failure.js';
import { tokenStatus } from './token-status.js';

const { tokens } = words;

/** A token in a list: whose it is, how it stands, and the way out when it is ill. */
export function TokenRow({ token }: { token: Token }) {
  const { refresh } = tokenStatus(token, useNow());
  return (
    <li className="row">
      <div className="row-main">
        <RowLink to={`/tokens/${token.id}`}>{token.mailbox}</RowLink>
        <Text size="sm" c="dimmed">
          {token.clientName} · {usedBy(token)}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">
          <AccessEnd at={token.accessExpiresAt} />
        </Text>
        <Text size="sm" c="dimmed">
          {refresh} {tokens.lastRefresh} <MomentText at={token.lastRefreshAt} past />
        </Text>
      </div>
      <div className="row-side">
        <TokenBadge token={token} />
        {token.state === 'reconnect' && <ReconnectButton token={token} />}
        <TokenActions token={token} />
      </div>
      {token.failure && (
        <div className="row-below">
          <TokenFailure failure={token.failure} />
        </div>
      )}
    </li>
  );
}

function usedBy({ uses }: Token): string {
  const [first] = uses;
  return first && uses.length === 1 ? tokens.usedBy(first.name) : tokens.useCount(uses.length);
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
      {token.renewal === 'client' ? tokens.requestNew : tokens.reconnect}
    </Button>
  );
}
