import { useEffect } from 'react';
import { Button } from '@mantine/core';
import { IconKey, IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { tokensQuery } from '../api/queries.js';
import { useReconnect } from '../authorizations/reconnect.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { TokenRow } from './token-row.js';

const { tokens } = words;

/** What each consent holds, and how long it lasts. */
export function TokensPage() {
  useReconnectFromLink();
  const query = useQuery(tokensQuery);
  const connect = (
    <Button component={Link} to="/connect" leftSection={<IconPlugConnected size={18} aria-hidden />}>
      {words.navigation.connect}
    </Button>
  );
  return (
    <Page title={tokens.title} lead={tokens.lead} actions={query.data?.items.length ? connect : null}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NextStep icon={IconKey} title={tokens.noneTitle} action={connect}>
              {tokens.noneLead}
            </NextStep>
          ) : (
            <Rows label={tokens.title}>
              {items.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Page>
  );
}

/** A banner elsewhere in the host links to `tokens?reconnect=<id>`: one click there starts the redirect here. */
function useReconnectFromLink(): void {
  const [search, setSearch] = useSearchParams();
  const { mutate } = useReconnect();
  const tokenId = search.get('reconnect');
  useEffect(() => {
    if (!tokenId) return;
    // Taken away first: who comes back with the browser's back button wants to see the page, not leave it again.
    setSearch({}, { replace: true });
    mutate({ tokenId, returnTo: 'tokens' });
  }, [tokenId, mutate, setSearch]);
}
