import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { AccountRow } from '../accounts/account-row.js';
import { needsAttention } from '../accounts/account-status.js';
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
export function Attention({ tokens, dead, accounts, servers }: House) {
  if (tokens.total + accounts.length + servers.length === 0) return null;
  const illAccounts = accounts.filter(needsAttention);
  const illServers = servers.filter(({ state, health }) => state === 'live' && health.failure !== null);
  const trouble = (thing: Account | Server) =>
    waitsForToken(thing, dead.items) ? attention.waitsForToken : undefined;
  const count = dead.total + illAccounts.length + illServers.length;
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
          {dead.total > SHOWN && (
            <li className="row">
              <RowLink to="/tokens?state=reconnect">{attention.allTokens(dead.total)}</RowLink>
            </li>
          )}
          {illAccounts.map((account) => (
            <AccountRow key={account.id} account={account} trouble={trouble(account)} />
          ))}
          {illServers.map((server) => (
            <ServerRow key={server.id} server={server} trouble={trouble(server)} />
          ))}
        </Rows>
      )}
    </Stack>
  );
}
