import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { templatesQuery } from '../api/queries.js';
import { type ClientTemplate } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { portalLines } from './portal-lines.js';
import { words } from '../i18n/words.js';
import { RegisterClient } from './register-client.js';
import { ProviderMark } from './provider-mark.js';
import { RedirectUri } from './redirect-uri.js';
import { TemplateChoice } from './template-choice.js';

const { clients } = words;

/** Registers an OAuth2 client: provider first, then what its portal wants and what it gave. */
export function NewClientPage() {
  const templates = useQuery(templatesQuery);
  const [search, setSearch] = useSearchParams();
  const chosen = templates.data?.items.find(({ id }) => id === search.get('template'));
  return (
    <Page
      title={clients.register}
      lead={chosen ? null : clients.registerLead}
      back={{ to: '/clients', label: clients.title }}
    >
      <Loaded query={templates}>
        {({ items }) =>
          chosen ? (
            <FilledIn key={chosen.id} template={chosen} onBack={() => setSearch({})} />
          ) : (
            <Stack gap="lg">
              <TemplateChoice templates={items} onChoose={({ id }) => setSearch({ template: id })} />
              <RedirectUri />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function FilledIn({ template, onBack }: { template: ClientTemplate; onBack: () => void }) {
  return (
    <Stack gap="lg" className="form-narrow">
      <Group justify="space-between">
        <Group gap="sm">
          <ProviderMark template={template.id} />
          <Text fw={600}>{clients.templates[template.id]?.name ?? template.id}</Text>
        </Group>
        <Button variant="subtle" onClick={onBack}>
          {clients.otherTemplate}
        </Button>
      </Group>
      <Alert variant="light" icon={<IconInfoCircle aria-hidden />} title={clients.portalTitle}>
        <ol className="portal-steps">
          {portalLines(template.id).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Alert>
      {template.authorizationEndpoint !== null && <RedirectUri template={template.id} />}
      <RegisterClient template={template} />
    </Stack>
  );
}
