import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answer, api } from '../api/api.js';
import { serverQuery } from '../api/queries.js';
import { type Server } from '../api/shapes.js';
import { DeleteThing } from '../furniture/delete-thing.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';
import { TokenCard } from '../tokens/token-card.js';
import { ChangeServer } from './change-server.js';
import { serverStatus } from './server-status.js';

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
  return (
    <Stack gap="lg">
      {server.state === 'live' && failure && (
        <ProblemNote problem={failure} tone={failure.disposition === 'retry-later' ? 'yellow' : 'red'} />
      )}
      <Text size="sm">
        {servers.lastSuccess} <MomentText at={lastSuccessAt} never={servers.notYet} /> ·{' '}
        {servers.traffic(queued, failed)}
      </Text>
      {server.tokenId && <TokenCard tokenId={server.tokenId} />}
      <Title order={2}>{words.settings}</Title>
      <ChangeServer server={server} />
      <DeleteThing
        title={servers.deleteTitle(server.name)}
        consequence={servers.deleteConsequence}
        label={servers.delete}
        run={() => answer(api.DELETE('/api/servers/{id}', { params: { path: { id: server.id } } }))}
        done={servers.deleted(server.name)}
        next="/servers"
        stale={['servers']}
      />
    </Stack>
  );
}

function Toggle({ server }: { server: Server }) {
  const queries = useQueryClient();
  const live = server.state === 'live';
  const setState = useMutation({
    mutationFn: (state: Server['state']) =>
      answer(api.POST('/api/servers/{id}/state', { params: { path: { id: server.id } }, body: { state } })),
    onSuccess: ({ state }) => notifyDone(servers.nowIn[state]),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['servers'] }),
  });
  const Icon = live ? IconPlayerPause : IconPlayerPlay;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={18} aria-hidden />}
      loading={setState.isPending}
      onClick={() => setState.mutate(live ? 'paused' : 'live')}
    >
      {servers.toggle[server.state]}
    </Button>
  );
}
