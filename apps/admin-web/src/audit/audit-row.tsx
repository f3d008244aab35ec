import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type AuditEvent } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { RowLink } from '../furniture/rows.js';
import { auditSentences, words } from '../i18n/words.js';
import { type AuditFilter } from './audit-filter.js';
import { detailsOf } from './details.js';

const { audit } = words;
const SETTINGS: Readonly<Record<string, { readonly title: string }>> = words.installation.settings;
const SUBJECTS: Readonly<Record<string, string>> = audit.subjects;

/** Pages of the things that events are about, by their kind. */
const PLACES: Readonly<Record<string, string>> = {
  client: '/clients',
  token: '/tokens',
  account: '/accounts',
  server: '/servers',
  invoker: '/invokers',
  webhook: '/webhooks',
};

/** One event: what happened to what, who did it, when and from where. */
export function AuditRow({ event, narrow }: { event: AuditEvent; narrow: (parts: AuditFilter) => void }) {
  const { action, subject, actor, at } = event;
  const more = detailsOf(event);
  const client = event.details['client'];
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={500}>{auditSentences[action] ?? action}</Text>
        <Subject subject={subject} gone={action.endsWith('-deleted')} />
      </div>
      <div className="row-facts">
        <Text size="sm">
          <Anchor
            component="button"
            type="button"
            inherit
            aria-label={audit.by(actor?.name ?? audit.itself)}
            onClick={() => narrow({ actor: actor?.id ?? '' })}
          >
            {actor?.name ?? audit.itself}
          </Anchor>
        </Text>
        {actor?.from && (
          <Text size="sm" c="dimmed">
            {audit.from(actor.from)}
          </Text>
        )}
      </div>
      <div className="row-side">
        <Text size="sm">
          <MomentText at={at} past />
        </Text>
      </div>
      {(more.length > 0 || client) && (
        <div className="row-below">
          <Text size="sm" c="dimmed">
            {more.join(' · ')}
            {client && (
              <>
                {more.length > 0 && ' · '}
                <Anchor component={Link} to={`/clients/${client}`} inherit>
                  {audit.details.client}
                </Anchor>
              </>
            )}
          </Text>
        </div>
      )}
    </li>
  );
}

function Subject({ subject: { kind, id, name }, gone }: { subject: AuditEvent['subject']; gone: boolean }) {
  const place = PLACES[kind];
  if (!place || id === null || gone)
    return (
      <Text size="sm" c="dimmed">
        {SETTINGS[name]?.title ?? SUBJECTS[name] ?? name}
      </Text>
    );
  return (
    <Text size="sm" component="div">
      <RowLink to={`${place}/${id}`}>{name}</RowLink>
    </Text>
  );
}
