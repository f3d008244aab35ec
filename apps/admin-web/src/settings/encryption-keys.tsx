import { Button, Group, Progress, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { keysQuery } from '../api/queries.js';
import { type KeyProgress } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { Folded } from './folded.js';
import { keyAdvice } from './key-advice.js';
import { KeyRow } from './key-row.js';
import { UnreadableSecrets } from './unreadable-secrets.js';

const { keys } = words;

/** Which keys hold what, how far the last rotation came, and which old ones are no longer needed. */
export function EncryptionKeys() {
  const query = useQuery(keysQuery);
  return (
    <Folded
      name="keys"
      title={keys.title}
      lead={keys.lead}
      summary={query.data && query.data.total > 0 ? keys.share(query.data.done, query.data.total) : ''}
    >
      <Loaded query={query}>{(progress) => <Keys progress={progress} />}</Loaded>
    </Folded>
  );
}

function Keys({ progress }: { progress: KeyProgress }) {
  const { byKey, total, done, lastRun } = progress;
  return (
    <>
      {total > 0 && (
        <div>
          <Text size="sm" id="keys-done">
            {keys.done(done, total, progress.currentKeyId)}
          </Text>
          <Progress.Root size="lg" mt={6}>
            <Progress.Section value={(100 * done) / total} aria-labelledby="keys-done" />
          </Progress.Root>
        </div>
      )}
      {byKey.length > 0 && (
        <Rows label={keys.title}>
          {byKey.map((share) => (
            <KeyRow key={share.keyId ?? ''} share={share} />
          ))}
        </Rows>
      )}
      <Text fw={500} role="status">
        {advice(progress)}
      </Text>
      {lastRun && lastRun.unreadable.length > 0 && <UnreadableSecrets secrets={lastRun.unreadable} />}
      {lastRun && <LastRun run={lastRun} />}
      <Group>
        <Rotate progress={progress} />
      </Group>
    </>
  );
}

function LastRun({ run }: { run: NonNullable<KeyProgress['lastRun']> }) {
  return (
    <Text size="sm" c="dimmed">
      {keys.lastRun[run.state](run.startedBy, run.resealed)}{' '}
      <MomentText at={run.endedAt ?? run.startedAt} past />.
    </Text>
  );
}

function Rotate({ progress: { lastRun, done, total } }: { progress: KeyProgress }) {
  const queries = useQueryClient();
  const rotate = useMutation({
    mutationFn: () => answer(api.POST('/api/keys/rotate')),
    onSuccess: (progress) => {
      queries.setQueryData(keysQuery.queryKey, progress);
      notifyDone(keys.asked);
    },
    onError: notifyProblem,
  });
  const running = lastRun?.state === 'running';
  return (
    <Button
      variant={done === total ? 'default' : 'filled'}
      leftSection={<IconRefresh size={18} aria-hidden />}
      loading={rotate.isPending || running}
      onClick={() => rotate.mutate()}
    >
      {keys.rotate}
    </Button>
  );
}

function advice(progress: KeyProgress): string {
  const found = keyAdvice(progress);
  switch (found.kind) {
    case 'nothing-sealed':
      return keys.nothingSealed;
    case 'only-current':
      return keys.onlyCurrent(progress.currentKeyId);
    case 'keep':
      return keys.keep(found.keys);
    case 'stuck':
      return keys.stuck(found.keys);
  }
}
