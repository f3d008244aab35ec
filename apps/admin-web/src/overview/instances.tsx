import { Alert, Anchor, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { instancesQuery } from '../api/queries.js';
import { type Instance } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { Rows } from '../furniture/rows.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { instances } = words.overview;

/** The processes that fetch and send, with the mailboxes that each watches. */
export function Instances() {
  const query = useQuery(instancesQuery);
  return (
    <Stack component="section" gap="sm" aria-label={instances.title}>
      <div>
        <Title order={2}>{instances.title}</Title>
        <Text size="sm" c="dimmed">
          {instances.lead}
        </Text>
      </div>
      <Loaded query={query}>
        {({ items, waiting }) => (
          <>
            {(waiting > 0 || items.length === 0) && (
              <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
                {items.length === 0 ? instances.none : instances.waiting(waiting)}
              </Alert>
            )}
            {items.length > 0 && (
              <Rows label={instances.title}>
                {items.map((instance) => (
                  <InstanceRow key={instance.id} instance={instance} />
                ))}
              </Rows>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function InstanceRow({ instance }: { instance: Instance }) {
  const { host, process, self, startedAt, sessions, sending, alive, silentSeconds } = instance;
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{host}</Text>
        <Text size="sm" c="dimmed">
          {instances.process(process)}
          {self && ` · ${instances.self}`}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">
          {instances.sessions(sessions)}
          {sending > 0 && `, ${instances.sending(sending)}`}
        </Text>
        <Text size="sm" c="dimmed">
          {instances.since} <MomentText at={startedAt} />
        </Text>
      </div>
      <div className="row-side">
        <StateBadge tone={alive ? 'good' : 'bad'}>
          {alive ? instances.alive : instances.silent(silentSeconds)}
        </StateBadge>
      </div>
      {sessions > 0 && (
        <div className="row-below">
          <Watched instance={instance} />
        </div>
      )}
    </li>
  );
}

function Watched({ instance: { accounts, sessions } }: { instance: Instance }) {
  return (
    <Text size="sm">
      {accounts.map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <Anchor component={Link} to={`/accounts/${id}`} inherit>
            {name}
          </Anchor>
        </span>
      ))}
      {sessions > accounts.length && ` ${instances.more(sessions - accounts.length)}`}
    </Text>
  );
}
