import { Group, Stack, Text, Title } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Caution } from '../accounts/tls-trust-inputs.js';
import { answer, api } from '../api/api.js';
import { serverQuery } from '../api/queries.js';
import { type Server } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { DeleteThing } from '../furniture/delete-thing.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyProblem } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { PauseButton } from '../furniture/pause-button.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';
import { TokenCard } from '../tokens/token-card.js';
import { ChangeServer } from './change-server.js';
import { MissingCopies } from './missing-copies.js';
import { NEXT_STATE, useServerState } from './server-state.js';
import { serverStatus } from './server-status.js';
import { TestMail } from './test-mail.js';

const { servers } = words;

/** One outgoing server: how it stands, its settings, its end. */
export function ServerPage() {
  const { id = '' } = useParams();
  const query = useQuery(serverQuery(id));
  const server = query.data;
  const status = server && serverStatus(server);
  return (
    <Page
      title={server?.name ?? servers.one}
      lead={server && `${server.host}:${server.port}`}
      badge={status && <StateBadge tone={status.tone}>{status.word}</StateBadge>}
      back={{ to: '/servers', label: servers.title }}
      actions={server && <Toggle server={server} />}
    >
      <Loaded query={query}>{(loaded) => <Whole key={loaded.id} server={loaded} />}</Loaded>
    </Page>
  );
}

function Whole({ server }: { server: Server }) {
  const { failure, lastSuccessAt, queued, failed } = server.health;
  // A live server that is set live begins anew: what it failed with is forgotten, and what waits is due.
  const begin = useServerState(server.id);
  return (
    <Stack gap="lg">
      {server.cautions.map((caution) => (
        <Caution key={caution} title={words.accounts.cautions[caution].title}>
          {servers.cautions[caution]}
        </Caution>
      ))}
      {server.state === 'live' && failure && (
        <ProblemNote
          problem={failure}
          tone={failure.disposition === 'retry-later' ? 'yellow' : 'red'}
          onRetry={() => begin.mutate('live', { onError: notifyProblem })}
        />
      )}
      <MissingCopies server={server} />
      <Text size="sm">
        {servers.lastSuccess} <MomentText at={lastSuccessAt} never={servers.notYet} past /> ·{' '}
        {servers.traffic(queued, failed)}
      </Text>
      {server.tokenId && (
        <TokenCard
          tokenId={server.tokenId}
          owner={server.owner ? server.owner.name || server.owner.id : undefined}
        />
      )}
      {server.state === 'live' && <TestMail server={server} />}
      <Title order={2}>{words.settings}</Title>
      <ChangeServer server={server} />
      <Group>
        {server.state !== 'archived' && <Archive server={server} />}
        <DeleteThing
          title={servers.deleteTitle(server.name)}
          consequence={servers.deleteConsequence}
          label={servers.delete}
          run={() => answer(api.DELETE('/api/servers/{id}', { params: { path: { id: server.id } } }))}
          done={servers.deleted(server.name)}
          next="/servers"
          stale={['servers']}
        />
      </Group>
    </Stack>
  );
}

function Toggle({ server }: { server: Server }) {
  const setState = useServerState(server.id);
  return (
    <PauseButton
      running={server.state === 'live'}
      label={servers.toggle[server.state]}
      loading={setState.isPending}
      onClick={() => setState.mutate(NEXT_STATE[server.state], { onError: notifyProblem })}
    />
  );
}

function Archive({ server: { id, name } }: { server: Server }) {
  const { mutateAsync } = useServerState(id);
  return (
    <ConfirmedAct
      label={servers.archive}
      icon={<IconArchive size={18} aria-hidden />}
      title={servers.archiveTitle(name)}
      consequence={servers.archiveConsequence}
      color="gray"
      run={() => mutateAsync('archived')}
      onDone={async () => {}}
    />
  );
}
