import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { clientsQuery, tokensQuery } from '../api/queries.js';
import { type Client } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { RowLink, Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { ProviderMark } from './provider-mark.js';
import { RedirectUri } from './redirect-uri.js';
import { ValidityBadge } from './validity-badge.js';

const { clients } = words;

/** The app registrations at providers. */
export function ClientsPage() {
  const query = useQuery(clientsQuery);
  const { data: tokens } = useQuery(tokensQuery);
  const register = (
    <Button component={Link} to="/clients/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {clients.register}
    </Button>
  );
  return (
    <Page title={clients.title} lead={clients.lead} actions={query.data?.items.length ? register : null}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NextStep icon={IconShieldLock} title={clients.noneTitle} action={register}>
              {clients.noneLead}
            </NextStep>
          ) : (
            <Rows label={clients.title}>
              {items.map((client) => (
                <ClientRow
                  key={client.id}
                  client={client}
                  tokens={tokens?.items.filter(({ clientId }) => clientId === client.id).length}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <RedirectUri />
    </Page>
  );
}

function ClientRow({ client, tokens }: { client: Client; tokens: number | undefined }) {
  return (
    <li className="row">
      <Group className="row-main" gap="sm" wrap="nowrap">
        <ProviderMark template={client.template} />
        <div>
          <RowLink to={`/clients/${client.id}`}>{client.name}</RowLink>
          <Text size="sm" c="dimmed">
            {clients.templates[client.template]?.name ?? client.template}
            {client.tenant && ` · ${client.tenant}`}
          </Text>
        </div>
      </Group>
      <div className="row-facts">
        <Text size="sm">{tokens === undefined ? '' : clients.tokenCount(tokens)}</Text>
        <Text size="sm" c="dimmed" ff="monospace" truncate title={client.clientId}>
          {client.clientId}
        </Text>
      </div>
      <div className="row-side">
        {client.secrets.length === 0 && (
          <Badge color="gray" size="lg">
            {clients.noSecret}
          </Badge>
        )}
        <ValidityBadge validity={client.validity} />
      </div>
    </li>
  );
}
