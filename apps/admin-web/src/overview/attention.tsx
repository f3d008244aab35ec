import { type ReactNode } from 'react';
import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { AccountRow } from '../accounts/account-row.js';
import { type Account, type Server } from '../api/shapes.js';
import { RowLink, Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { ServerRow } from '../servers/server-row.js';
import { TokenRow } from '../tokens/token-row.js';
import { type House } from './house.js';
import { waitsForToken } from './waits-for-token.js';

const { attention } = words.overview;

const SHOWN = 10;

/** What somebody has to look at, each with its cause, and each cause once; or that nothing needs anybody. */
export function Attention({ tokens, dead, totals: { accounts, servers }, illAccounts, illServers }: House) {
  if (tokens.total + accounts.total + servers.total === 0) return null;
  const trouble = (thing: Account | Server) =>
    waitsForToken(thing, dead.items) ? attention.waitsForToken : undefined;
  const count = dead.total + accounts.attention + servers.failing;
  return (
    <Stack gap="sm">
      <Title order={2}>{attention.title}</Title>
      {count === 0 ? (
        <Group gap="xs">
          <IconCircleCheck size={20} color="var(--good-text)" aria-hidden />
          <Text>{attention.none}</Text>
        </Group>
      ) : (
        <Rows label={attention.title}>
          {dead.items.slice(0, SHOWN).map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
          {dead.total > SHOWN && <All to="/tokens?state=reconnect">{attention.allTokens(dead.total)}</All>}
          {illAccounts.map((account) => (
            <AccountRow key={account.id} account={account} trouble={trouble(account)} />
          ))}
          {accounts.attention > illAccounts.length && (
            <All to="/accounts?state=attention&sort=urgency">{attention.allAccounts(accounts.attention)}</All>
          )}
          {illServers.map((server) => (
            <ServerRow key={server.id} server={server} trouble={trouble(server)} />
          ))}
          {servers.failing > illServers.length && (
            <All to="/servers?state=failing">{attention.allServers(servers.failing)}</All>
          )}
        </Rows>
      )}
    </Stack>
  );
}

function All({ to, children }: { to: string; children: ReactNode }) {
  return (
    <li className="row">
      <RowLink to={to}>{children}</RowLink>
    </li>
  );
}
