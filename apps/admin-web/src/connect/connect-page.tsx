import { Anchor, Group, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { ChooseClient } from './choose-client.js';
import { SetUpMailbox } from './set-up-mailbox.js';

const { connect } = words;

/** From a client to mail flowing: sign in at the provider, come back with a token, set up both directions. */
export function ConnectPage() {
  const [search] = useSearchParams();
  const tokenId = search.get('token');
  return (
    <Page title={connect.title} lead={tokenId ? undefined : connect.lead}>
      {!tokenId && <Guided />}
      {tokenId ? (
        <SetUpMailbox key={tokenId} tokenId={tokenId} mailbox={search.get('mailbox')} />
      ) : (
        <ChooseClient wanted={search.get('client')} begun={search.get('address') ?? ''} />
      )}
    </Page>
  );
}

/** The whole way, for whoever has no client yet. */
function Guided() {
  return (
    <Group gap="sm">
      <Text size="sm">{connect.guided}</Text>
      <Anchor component={Link} to="/set-up" size="sm">
        {connect.toGuided}
      </Anchor>
    </Group>
  );
}
