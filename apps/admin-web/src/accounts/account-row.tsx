import { Text } from '@mantine/core';
import { type Account } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { RowLink } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { AccountBadge } from './account-badge.js';

const { accounts } = words;

interface AccountRowProps {
  readonly account: Account;
  /** What to say of its failure instead of naming the cause, where the cause stands beside it already. */
  readonly trouble?: string | undefined;
}

/** An account in a list: how it stands, when it fetched, what it brought. */
export function AccountRow({ account, trouble }: AccountRowProps) {
  const { health, counts } = account;
  const odd = [
    counts.quarantined > 0 && accounts.quarantined(counts.quarantined, counts.countedTo),
    counts.oversized > 0 && accounts.oversized(counts.oversized, counts.countedTo),
  ].filter((text) => text !== false);
  const place = [account.address || account.login, account.host].filter((text) => text !== account.name);
  return (
    <li className="row">
      <div className="row-main">
        <RowLink to={`/accounts/${account.id}`}>{account.name}</RowLink>
        <Text size="sm" c="dimmed">
          {place.join(' · ')}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">
          {accounts.lastSuccess} <MomentText at={health.lastSuccessAt} never={accounts.notYet} past />
        </Text>
        <Text size="sm" c="dimmed">
          {accounts.stored(counts.stored, counts.countedTo)}
          {odd.map((text) => (
            <Text key={text} span inherit c="var(--wait-text)">
              {' · '}
              {text}
            </Text>
          ))}
        </Text>
      </div>
      <div className="row-side">
        <AccountBadge account={account} />
      </div>
      {account.state === 'live' && health.failure && (
        <div className="row-below">
          {trouble ? <Text size="sm">{trouble}</Text> : <ProblemLine problem={health.failure} />}
        </div>
      )}
    </li>
  );
}
