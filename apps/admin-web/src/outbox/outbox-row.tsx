import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api } from '../api/api.js';
import { type OutboxMail } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { StateBadge, type Tone } from '../furniture/state-badge.js';
import { type Chosen } from '../furniture/use-chosen.js';
import { words } from '../i18n/words.js';
import { MailDetails } from './mail-details.js';

const { outbox } = words;

const TONES: Record<OutboxMail['status'], Tone> = {
  queued: 'waiting',
  sending: 'waiting',
  delayed: 'waiting',
  sent: 'good',
  failed: 'bad',
  bounced: 'bad',
  cancelled: 'idle',
};

/** One mail on its way out, and what a person can do about it. */
export function OutboxRow({ mail, chosen }: { mail: OutboxMail; chosen: Chosen }) {
  const subject = mail.subject || words.deliveries.noSubject;
  return (
    <li className="row">
      <div className="row-main">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Checkbox
            aria-label={outbox.many.choose(subject)}
            checked={chosen.has(mail.id)}
            onChange={({ nativeEvent }) => chosen.toggle(mail.id, isShifted(nativeEvent))}
          />
          <div>
            <Text fw={500}>{subject}</Text>
            <Text size="sm" c="dimmed">
              {outbox.fromTo(mail.from, mail.to)}
            </Text>
          </div>
        </Group>
      </div>
      <div className="row-facts">
        <Text size="sm">
          <When mail={mail} />
        </Text>
        <Text size="sm" c="dimmed">
          {mail.server?.name ?? outbox.noServerYet}
          {mail.attempts > 1 && ` · ${outbox.attempts(mail.attempts)}`}
        </Text>
      </div>
      <div className="row-side">
        <StateBadge tone={TONES[mail.status]}>{outbox.statuses[mail.status]}</StateBadge>
        <Actions mail={mail} />
      </div>
      {mail.problem && mail.status !== 'sent' && mail.status !== 'cancelled' && (
        <div className="row-below">
          <ProblemLine problem={mail.problem} />
          {mail.problem.code === 'no-server-for-sender' && <AddServer from={mail.problem.params?.['from']} />}
        </div>
      )}
      <div className="row-below">
        <MailDetails mail={mail} />
      </div>
    </li>
  );
}

// A box is changed by a click, also where the space bar made it.
function isShifted(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}

function AddServer({ from }: { from: unknown }) {
  const filter = typeof from === 'string' ? `?from=${encodeURIComponent(from)}` : '';
  return (
    <Button component={Link} to={`/servers/new${filter}`} size="xs" variant="default" mt={4}>
      {outbox.addServer}
    </Button>
  );
}

function When({ mail }: { mail: OutboxMail }) {
  if (mail.sentAt !== null)
    return (
      <>
        {outbox.sent} <MomentText at={mail.sentAt} past />
      </>
    );
  if (mail.status === 'delayed')
    return (
      <>
        {outbox.nextTry} <MomentText at={mail.nextTryAt} />
      </>
    );
  return (
    <>
      {outbox.created} <MomentText at={mail.createdAt} past />
    </>
  );
}

function Actions({ mail: { id, subject, status } }: { mail: OutboxMail }) {
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  const onSettled = () => queries.invalidateQueries({ queryKey: ['outbox'] });
  const retry = useMutation({
    mutationFn: () => answer(api.POST('/api/outbox/{id}/retry', path)),
    onSuccess: () => notifyDone(outbox.retried),
    onError: notifyProblem,
    onSettled,
  });
  const cancel = useMutation({
    mutationFn: () => answer(api.POST('/api/outbox/{id}/cancel', path)),
    onSuccess: () => notifyDone(outbox.cancelled),
    onError: notifyProblem,
    onSettled,
  });
  return (
    <>
      {(status === 'failed' || status === 'delayed' || status === 'cancelled') && (
        <Button
          size="xs"
          variant="default"
          loading={retry.isPending}
          aria-label={outbox.retryOf(subject)}
          onClick={() => retry.mutate()}
        >
          {outbox.retry}
        </Button>
      )}
      {(status === 'queued' || status === 'delayed') && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          c="var(--bad-text)"
          loading={cancel.isPending}
          aria-label={outbox.cancelOf(subject)}
          onClick={() => cancel.mutate()}
        >
          {outbox.cancel}
        </Button>
      )}
    </>
  );
}
