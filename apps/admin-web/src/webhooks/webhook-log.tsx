import { useState } from 'react';
import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type MessageFilter, webhookMessagesQuery } from '../api/queries.js';
import { type Webhook, type WebhookMessage } from '../api/shapes.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { Disclosure } from '../furniture/disclosure.js';
import { MailPages } from '../furniture/mail-list.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { SearchField, useSearched } from '../furniture/search-field.js';
import { StateBadge } from '../furniture/state-badge.js';
import { TimeOrder, useTimeOrder } from '../furniture/time-order.js';
import { words } from '../i18n/words.js';

const { webhooks } = words;
const TONES = { due: 'waiting', told: 'good', 'given-up': 'bad' } as const;
const STATES = ['due', 'told', 'given-up'] as const;
const EVENTS = Object.keys(webhooks.eventWords) as NonNullable<MessageFilter['event']>[];
const GROUPS: Readonly<Record<string, string>> = webhooks.eventGroups;
const EVENT_LABELS = Object.fromEntries(EVENTS.map((event) => [event, eventLabel(event)])) as Record<
  (typeof EVENTS)[number],
  string
>;

/** What a webhook was told and is to be told, with every call; what is looked for stands in the address. */
export function WebhookLog({ webhook }: { webhook: Webhook }) {
  const search = useSearched().trim();
  const event = useAddressFilter('event', EVENTS);
  const state = useAddressFilter('state', STATES);
  const query = useInfiniteQuery(
    webhookMessagesQuery(webhook.id, {
      ...(search === '' ? {} : { search }),
      ...(event === null ? {} : { event }),
      ...(state === null ? {} : { state }),
      sort: useTimeOrder(),
    }),
  );
  return (
    <Stack gap="sm">
      <Title order={2}>{webhooks.log}</Title>
      <Text c="dimmed">{webhooks.logLead}</Text>
      <Tools />
      <MailPages
        label={webhooks.log}
        icon={IconWebhook}
        query={query}
        narrowed={search !== '' || event !== null || state !== null}
        none={<Text>{webhooks.logEmpty}</Text>}
      >
        {(message) => <MessageRow key={message.id} webhook={webhook} message={message} />}
      </MailPages>
    </Stack>
  );
}

function Tools() {
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={webhooks.log}>
      <SearchField label={words.list.search} placeholder={webhooks.logSearchHint} />
      <AddressFilter
        name="event"
        label={webhooks.event}
        all={webhooks.anyEvent}
        values={EVENTS}
        labels={EVENT_LABELS}
      />
      <AddressFilter
        name="state"
        label={words.list.state}
        all={words.list.anyState}
        values={STATES}
        labels={webhooks.messageStates}
      />
      <TimeOrder />
    </Group>
  );
}

/** An event among those of all groups. */
function eventLabel(event: string): string {
  const group = GROUPS[event.split('.')[0] ?? ''];
  const word = webhooks.eventWords[event] ?? event;
  return group === undefined ? word : `${group}: ${word}`;
}

function MessageRow({ webhook, message }: { webhook: Webhook; message: WebhookMessage }) {
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
          <Resend webhook={webhook} messageId={message.id} label={`${webhooks.resend}: ${eventId}`} />
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

interface ResendProps {
  readonly webhook: Webhook;
  readonly messageId: string;
  readonly label: string;
}

function Resend({ webhook: { id, state }, messageId, label }: ResendProps) {
  const queries = useQueryClient();
  const resend = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/webhooks/{id}/messages/{messageId}/resend', {
          params: { path: { id, messageId } },
        }),
      ),
    onSuccess: () => notifyDone(state === 'active' ? webhooks.resent : webhooks.resentLater),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks', id] }),
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
