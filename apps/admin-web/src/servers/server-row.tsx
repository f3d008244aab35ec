import { type ReactNode } from 'react';
import { Badge, Text } from '@mantine/core';
import { type Server } from '../api/shapes.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { RowLink } from '../furniture/rows.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';
import { serverStatus } from './server-status.js';

const { servers } = words;

interface ServerRowProps {
  readonly server: Server;
  /** What to say of its failure instead of naming the cause, where the cause stands beside it already. */
  readonly trouble?: string | undefined;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** A server in the order of priority: whom it sends for and how it stands. */
export function ServerRow({ server, trouble, children }: ServerRowProps) {
  const { tone, word } = serverStatus(server);
  const { failure, queued, failed } = server.health;
  return (
    <li className="row">
      <div className="row-main">
        <RowLink to={`/servers/${server.id}`}>{server.name}</RowLink>
        <Text size="sm" c="dimmed">
          {server.host}:{server.port} · {servers.priorityOf(server.priority)}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">
          {server.fromFilter === '' ? servers.anySender : servers.sendsFor(server.fromFilter)}
        </Text>
        <Text size="sm" c="dimmed">
          {servers.traffic(queued, failed)}
        </Text>
      </div>
      <div className="row-side">
        {server.purpose === 'bulk' && (
          <Badge size="lg" color="gray">
            {servers.bulk}
          </Badge>
        )}
        {server.owner && (
          <Badge size="lg" color="gray">
            {servers.ownerOf(server.owner.name || server.owner.id)}
          </Badge>
        )}
        {server.isFallback && (
          <Badge size="lg" color="gray">
            {servers.fallback}
          </Badge>
        )}
        <StateBadge tone={tone}>{word}</StateBadge>
        {children}
      </div>
      {server.state === 'live' && failure && (
        <div className="row-below">
          {trouble ? <Text size="sm">{trouble}</Text> : <ProblemLine problem={failure} />}
        </div>
      )}
    </li>
  );
}
