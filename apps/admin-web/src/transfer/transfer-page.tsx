import { Anchor, Group } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { ExportClients } from './export-clients.js';
import { ImportClients } from './import-clients.js';

const { transfer } = words;

/** Clients as a file: in from another installation or from Znuny, and out. */
export function TransferPage() {
  return (
    <Page
      title={transfer.title}
      lead={
        <>
          {transfer.lead}
          <Group gap="md" mt={4}>
            <Anchor href="#import">{transfer.import.title}</Anchor>
            <Anchor href="#export">{transfer.export.title}</Anchor>
            <Anchor component={Link} to="/moving-in">
              {transfer.movingIn}
            </Anchor>
          </Group>
        </>
      }
      back={{ to: '/clients', label: words.clients.title }}
    >
      <ImportClients />
      <ExportClients />
    </Page>
  );
}
