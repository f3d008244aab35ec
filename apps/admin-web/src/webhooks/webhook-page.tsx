import { useState } from 'react';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconKey, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answer, api } from '../api/api.js';
import { webhookQuery } from '../api/queries.js';
import { type Webhook } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { DeleteThing } from '../furniture/delete-thing.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { PauseToggle } from '../furniture/pause-button.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { ChangeWebhook } from './change-webhook.js';
import { ShownSecret } from './shown-secret.js';
import { WebhookBadge } from './webhook-badge.js';
import { WebhookLog } from './webhook-log.js';

const { webhooks } = words;
/** As the question says. */
const FORMER_HOURS = 24;

/** One webhook: how it goes, its log, its settings, its end. */
export function WebhookPage() {
  const { id = '' } = useParams();
  const query = useQuery(webhookQuery(id));
  const webhook = query.data;
  return (
    <Page
      title={webhook?.description ?? webhooks.one}
      lead={webhook?.url}
      badge={webhook && <WebhookBadge webhook={webhook} />}
      back={{ to: '/webhooks', label: webhooks.title }}
      actions={
        webhook && (
          <>
            <Test id={webhook.id} />
            <Toggle webhook={webhook} />
          </>
        )
      }
    >
      <Loaded query={query}>{(loaded) => <Whole key={loaded.id} webhook={loaded} />}</Loaded>
    </Page>
  );
}

function Whole({ webhook }: { webhook: Webhook }) {
  const { id, description } = webhook;
  return (
    <Stack gap="lg">
      <Standing webhook={webhook} />
      <WebhookLog webhook={webhook} />
      <Title order={2}>{words.settings}</Title>
      <ChangeWebhook webhook={webhook} />
      <Secret webhook={webhook} />
      <DeleteThing
        title={webhooks.deleteTitle(description)}
        consequence={webhooks.deleteConsequence}
        label={webhooks.delete}
        run={() => answer(api.DELETE('/api/webhooks/{id}', { params: { path: { id } } }))}
        done={webhooks.deleted}
        next="/webhooks"
        stale={['webhooks']}
      />
    </Stack>
  );
}

function Standing({ webhook: { pausedBecause, failure, lastSuccessAt, waiting } }: { webhook: Webhook }) {
  return (
    <Stack gap="sm">
      {pausedBecause && <Alert color="red">{webhooks.pausedBecause[pausedBecause]}</Alert>}
      {failure && <ProblemNote problem={failure} title={webhooks.failing} tone="yellow" />}
      <Text size="sm">
        {webhooks.lastSuccess}: <MomentText at={lastSuccessAt} never={webhooks.never} past />
        {waiting > 0 && ` · ${webhooks.waiting(waiting)}`}
      </Text>
    </Stack>
  );
}

function Secret({ webhook: { id, formerSecretUntil } }: { webhook: Webhook }) {
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string | null>(null);
  const run = async () => {
    const request = { params: { path: { id } }, body: { formerValidHours: FORMER_HOURS } };
    setSecret((await answer(api.POST('/api/webhooks/{id}/secret', request))).secret);
  };
  return (
    <Stack gap="sm" align="flex-start">
      {secret !== null && <ShownSecret secret={secret} onSeen={() => setSecret(null)} />}
      {formerSecretUntil && new Date(formerSecretUntil) > new Date() && (
        <Text size="sm">
          {webhooks.formerUntil} <MomentText at={formerSecretUntil} both />
        </Text>
      )}
      <ConfirmedAct
        color="gray"
        icon={<IconKey size={18} aria-hidden />}
        label={webhooks.renew}
        title={webhooks.renewTitle}
        consequence={webhooks.renewConsequence}
        run={run}
        onDone={async () => {
          notifyDone(webhooks.renewed);
          await queries.invalidateQueries({ queryKey: ['webhooks', id] });
        }}
      />
    </Stack>
  );
}

function Test({ id }: { id: string }) {
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: () => answer(api.POST('/api/webhooks/{id}/test', { params: { path: { id } } })),
    onSuccess: ({ state }) => {
      if (state === 'told') notifyDone(webhooks.testTaken);
    },
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks', id] }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconSend size={18} aria-hidden />}
      loading={test.isPending}
      onClick={() => test.mutate()}
    >
      {webhooks.test}
    </Button>
  );
}

function Toggle({ webhook: { id, state } }: { webhook: Webhook }) {
  const request = {
    params: { path: { id } },
    body: { state: state === 'active' ? 'paused' : 'active' },
  } as const;
  return (
    <PauseToggle
      running={state === 'active'}
      label={webhooks.toggle[state]}
      run={async () => webhooks.nowIn[(await answer(api.PATCH('/api/webhooks/{id}', request))).state]}
      stale="webhooks"
    />
  );
}
