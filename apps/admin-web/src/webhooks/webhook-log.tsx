import { useState } from 'react';
import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { webhookMessagesQuery } from '../api/queries.js';
import { type WebhookMessage } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { webhooks } = words;
const TONES = { due: 'waiting', told: 'good', 'given-up': 'bad' } as const;
const A_PAGE = 20;

/** What a webhook was told and is to be told, with every call. */
export function WebhookLog({ id }: { id: string }) {
  const [offset, setOffset] = useState(0);
  const query = useQuery(webhookMessagesQuery(id, offset));
  return (
    <Stack gap="sm">
      <Title order={2}>{webhooks.log}</Title>
      <Text c="dimmed">{webhooks.logLead}</Text>
      <Loaded query={query}>
        {({ items, more }) =>
          items.length === 0 && offset === 0 ? (
            <Text>{webhooks.logEmpty}</Text>
          ) : (
            <>
              <Rows label={webhooks.log}>
                {items.map((message) => (
                  <MessageRow key={message.id} webhookId={id} message={message} />
                ))}
              </Rows>
              {(offset > 0 || more) && (
                <Group justify="flex-end" gap="xs">
                  <Button
                    variant="default"
                    disabled={offset === 0}
                    onClick={() => setOffset(offset - A_PAGE)}
                  >
                    {webhooks.newer}
                  </Button>
                  <Button variant="default" disabled={!more} onClick={() => setOffset(offset + A_PAGE)}>
                    {webhooks.older}
                  </Button>
                </Group>
              )}
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

function MessageRow({ webhookId, message }: { webhookId: string; message: WebhookMessage }) {
  const { event, eventId, happenedAt, state, dueAt, calls } = message;
  const last = calls.at(-1);
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{webhooks.eventWords[event] ?? event}</Text>
        <Text size="sm" c="dimmed">
          <code>{event}</code> · <MomentText at={happenedAt} past />
        </Text>
        <Content message={message} />
      </div>
      <div className="row-facts">
        <Text size="sm">
          {last ? webhooks.call(last.status, last.durationMs) : webhooks.calls(0)}
          {calls.length > 1 && ` · ${webhooks.calls(calls.length)}`}
        </Text>
        {last?.problem && <ProblemLine problem={{ code: last.problem, params: { status: last.status } }} />}
        {state === 'due' && calls.length > 0 && (
          <Text size="sm" c="dimmed">
            {webhooks.nextTry} <MomentText at={dueAt} />
          </Text>
        )}
      </div>
      <div className="row-side">
        <Stack gap="xs" align="flex-end">
          <StateBadge tone={TONES[state]} size="md">
            {webhooks.messageStates[state]}
          </StateBadge>
          <Resend webhookId={webhookId} messageId={message.id} label={`${webhooks.resend}: ${eventId}`} />
        </Stack>
      </div>
    </li>
  );
}

function Content({ message: { eventId, data, calls } }: { message: WebhookMessage }) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure label={webhooks.showCalls} open={open} onToggle={() => setOpen(!open)}>
      <Stack gap="xs">
        <Text size="sm">
          webhook-id <code>{eventId}</code>
        </Text>
        <Code block tabIndex={0} aria-label={eventId}>
          {JSON.stringify(data, null, 2)}
        </Code>
        {calls.map((call) => (
          <Text key={call.at} size="sm">
            <MomentText at={call.at} both past /> – {webhooks.call(call.status, call.durationMs)}
          </Text>
        ))}
      </Stack>
    </Disclosure>
  );
}

function Resend({ webhookId, messageId, label }: { webhookId: string; messageId: string; label: string }) {
  const queries = useQueryClient();
  const resend = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/webhooks/{id}/messages/{messageId}/resend', {
          params: { path: { id: webhookId, messageId } },
        }),
      ),
    onSuccess: () => notifyDone(webhooks.resent),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks', webhookId] }),
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={label}
      loading={resend.isPending}
      onClick={() => resend.mutate()}
    >
      {webhooks.resend}
    </Button>
  );
}
