import { type MetricFamily } from '@mailroom/kernel';
import { bannerKinds, type Banner } from '@mailroom/notifications';
import { type HealthReport } from './mailroom-health.js';

const ACCOUNT_STATES = ['draft', 'live', 'paused', 'archived'];
const TOKEN_STATES = ['live', 'suspected', 'reconnect'];
const UNSENT = ['queued', 'delayed', 'sending', 'failed'];

/** What stands still to be looked at, as gauges. Without an answer of the database only what this process knows. */
export function gauges(
  { status, connections, signs }: HealthReport,
  banners: readonly Banner[],
): MetricFamily[] {
  const ofProcess = [
    gauge('mailroom_up', 'Whether this process can do its work: 1 or 0.', Number(status === 'up')),
    gauge('mailroom_database_connections', 'Connections of the host in use.', connections.inUse),
    gauge(
      'mailroom_database_connections_limit',
      'Connections that may be in use at most.',
      connections.limit,
    ),
    gauge('mailroom_database_waiting', 'Pieces of work that wait for a connection.', connections.waiting),
  ];
  if (signs === null) return ofProcess;
  const { accounts, tokens, outbox, jobs } = signs;
  return [
    ...ofProcess,
    gauge(
      'mailroom_database_answer_seconds',
      'How long the database took for these gauges.',
      signs.answerMs / 1_000,
    ),
    gauge('mailroom_instances', 'Working instances that were heard of within 15 s.', signs.instances),
    gauge('mailroom_sessions', 'Mailboxes that some instance holds.', signs.sessions.held),
    split('mailroom_accounts', 'Mail accounts.', 'state', ACCOUNT_STATES, accounts.byState),
    gauge('mailroom_accounts_failing', 'Live accounts whose last look failed.', accounts.failing),
    gauge(
      'mailroom_account_success_age_seconds',
      'Time since the last success of the live account that has gone longest without one.',
      accounts.stalest[0]?.secondsAgo ?? 0,
    ),
    split('mailroom_tokens', 'Tokens.', 'state', TOKEN_STATES, tokens.byState),
    split('mailroom_outbox_mails', 'Mails that have not left.', 'status', UNSENT, outbox.byStatus),
    gauge(
      'mailroom_outbox_age_seconds',
      'Age of the oldest mail that waits to be sent.',
      outbox.oldestSeconds ?? 0,
    ),
    gauge('mailroom_quarantine_mails', 'Mails that the helpdesk could not take.', signs.quarantined),
    gauge('mailroom_jobs_overdue', 'Jobs that have been due for more than ten minutes.', jobs.overdue),
    gauge('mailroom_jobs_failed', 'Jobs that have failed for good.', jobs.failed),
    bannersByKind(banners),
  ];
}

function gauge(name: MetricFamily['name'], help: string, value: number): MetricFamily {
  return { name, type: 'gauge', help, samples: [{ labels: {}, value }] };
}

function split(
  name: MetricFamily['name'],
  help: string,
  label: string,
  values: readonly string[],
  counts: Readonly<Record<string, number>>,
): MetricFamily {
  const samples = values.map((value) => ({ labels: { [label]: value }, value: counts[value] ?? 0 }));
  return { name, type: 'gauge', help, samples };
}

function bannersByKind(banners: readonly Banner[]): MetricFamily {
  const samples = bannerKinds.map((kind) => {
    const value = banners.filter((banner) => banner.kind === kind).length;
    return { labels: { kind }, value };
  });
  return { name: 'mailroom_banners', type: 'gauge', help: 'Banners that stand, by kind.', samples };
}
