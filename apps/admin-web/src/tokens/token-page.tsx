import { Anchor, Button, Card, DataList, Group, List, Stack, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { answer, api } from '../api/api.js';
import { tokenQuery } from '../api/queries.js';
import { type Token } from '../api/shapes.js';
import { TokenDiagnosis } from '../diagnosis/token-diagnosis.js';
import { DeleteThing } from '../furniture/delete-thing.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText, useNow } from '../furniture/moment-text.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { DisconnectToken } from './disconnect-token.js';
import { useRefreshToken } from './refresh-token.js';
import { TokenBadge } from './token-badge.js';
import { TokenFailure } from './token-failure.js';
import { ReconnectButton } from './token-row.js';
import { tokenStatus } from './token-status.js';
import { placeOfUse } from './token-uses.js';

const { tokens } = words;

/** One token: how it stands, what uses it, and what can be done with it. */
export function TokenPage() {
  const { id = '' } = useParams();
  const query = useQuery(tokenQuery(id));
  const token = query.data;
  return (
    <Page
      title={token?.mailbox ?? tokens.one}
      badge={token && <TokenBadge token={token} />}
      back={{ to: '/tokens', label: tokens.title }}
    >
      <Loaded query={query}>{(loaded) => <Facts token={loaded} />}</Loaded>
    </Page>
  );
}

function Facts({ token }: { token: Token }) {
  return (
    <Stack gap="lg">
      <Actions token={token} />
      <Card>
        <Stack gap="md">
          {token.failure && <TokenFailure failure={token.failure} />}
          <TokenFacts token={token} />
        </Stack>
      </Card>
      <Uses token={token} />
      <TokenDiagnosis key={token.id} id={token.id} />
      {token.failure?.code !== 'disconnected' && <DisconnectToken token={token} />}
      <DeleteThing
        title={tokens.deleteTitle(token.mailbox)}
        consequence={tokens.deleteConsequence}
        label={tokens.delete}
        run={() => answer(api.DELETE('/api/tokens/{id}', { params: { path: { id: token.id } } }))}
        done={tokens.deleted(token.mailbox)}
        next="/tokens"
        stale={['tokens']}
      />
    </Stack>
  );
}

function Actions({ token }: { token: Token }) {
  const refresh = useRefreshToken(token.id);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button
          leftSection={<IconRefresh size={18} aria-hidden />}
          variant={token.state === 'reconnect' ? 'default' : 'filled'}
          loading={refresh.isPending}
          onClick={() => refresh.mutate()}
        >
          {tokens.refreshNow}
        </Button>
        <ReconnectButton token={token} filled={token.state === 'reconnect'} />
      </Group>
    </Stack>
  );
}

function TokenFacts({ token }: { token: Token }) {
  const { access, refresh } = tokenStatus(token, useNow());
  const rows: readonly (readonly [string, ReactNode])[] = [
    [tokens.accessToken, access],
    [tokens.refreshToken, refresh],
    [tokens.lastRefreshed, <MomentText key="last" at={token.lastRefreshAt} both past />],
    [
      tokens.nextRefresh,
      <MomentText key="next" at={token.nextRefreshAt} never={tokens.noNextRefresh} both />,
    ],
    [
      tokens.client,
      <Anchor key="client" component={Link} to={`/clients/${token.clientId}`} inherit>
        {token.clientName}
      </Anchor>,
    ],
    [
      tokens.connected,
      <span key="by">
        <MomentText at={token.connectedAt} both past /> {tokens.by(token.connectedBy)}
      </span>,
    ],
    [tokens.subject, <code key="subject">{token.subject}</code>],
    [tokens.scope, <code key="scope">{token.scope}</code>],
  ];
  return (
    <DataList orientation="horizontal" labelWidth={150} className="facts">
      {rows.map(([label, value]) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue>{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}

function Uses({ token }: { token: Token }) {
  const { uses } = token;
  return (
    <Stack gap="xs">
      <Title order={2}>{tokens.uses}</Title>
      {uses.length === 0 ? (
        <Group gap="sm">
          {tokens.unused}
          <Button component={Link} to={`/connect?token=${token.id}`} size="xs" variant="light">
            {tokens.setUp}
          </Button>
        </Group>
      ) : (
        <List>
          {uses.map((use) => (
            <List.Item key={placeOfUse(use)}>
              {tokens.useKinds[use.kind] ?? use.kind}{' '}
              <Anchor component={Link} to={placeOfUse(use)} underline="always">
                {use.name}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
