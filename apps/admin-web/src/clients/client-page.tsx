import { Button, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { clientQuery, templatesQuery } from '../api/queries.js';
import { type Client, type ClientTemplate } from '../api/shapes.js';
import { ClientDiagnosis } from '../diagnosis/client-diagnosis.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { ChangeClient } from './change-client.js';
import { ClientCertificate } from './client-certificate.js';
import { ClientSecrets } from './client-secrets.js';
import { ClientTrouble } from './client-trouble.js';
import { ClientTokens } from './client-tokens.js';
import { DeleteClient } from './delete-client.js';
import { goneTemplate } from './gone-template.js';
import { RedirectUri } from './redirect-uri.js';
import { ValidityBadge } from './validity-badge.js';

const { clients } = words;

/** One app registration: its settings, its tokens, and its end. */
export function ClientPage() {
  const { id = '' } = useParams();
  const query = useQuery(clientQuery(id));
  return (
    <Page
      title={query.data?.name ?? clients.one}
      badge={query.data && <ValidityBadge validity={query.data.validity} />}
      back={{ to: '/clients', label: clients.title }}
      actions={
        <Button
          component={Link}
          to={`/connect?client=${id}`}
          leftSection={<IconPlugConnected size={18} aria-hidden />}
        >
          {words.navigation.connect}
        </Button>
      }
    >
      <Loaded query={query}>{(client) => <Settings key={client.id} client={client} />}</Loaded>
    </Page>
  );
}

function Settings({ client }: { client: Client }) {
  const templates = useQuery(templatesQuery);
  return (
    <>
      <ClientTrouble failure={client.failure} />
      <ClientTokens clientId={client.id} />
      <div className="form-narrow">
        <Text size="sm" mb="md">
          {clients.createdFrom}{' '}
          <Text span fw={600} inherit>
            {clients.templates[client.template]?.name ?? client.template}
          </Text>
        </Text>
        <Text size="sm" mb="md">
          {client.shownTo.length === 0 ? clients.shownToAny : clients.shownTo(client.shownTo.join(', '))}
        </Text>
        {client.flow === 'authorization-code' && (
          <RedirectUri template={client.template} alias={client.callbackAlias} />
        )}
      </div>
      <Loaded query={templates}>
        {({ items }) => (
          <Editable
            client={client}
            template={items.find(({ id }) => id === client.template) ?? goneTemplate}
          />
        )}
      </Loaded>
      <ClientDiagnosis key={client.id} client={client} />
      <DeleteClient client={client} />
    </>
  );
}

// Google's service accounts prove themselves by their key file alone; it stands in the form.
function Editable({ client, template }: { client: Client; template: ClientTemplate }) {
  const byFile = template.provider === 'google' && client.flow === 'jwt-bearer';
  return (
    <>
      <ChangeClient client={client} template={template} />
      {!byFile && <ClientSecrets client={client} template={template} />}
      {template.provider !== 'google' && <ClientCertificate client={client} />}
    </>
  );
}
