import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '../api/queries.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { EncryptionKeys } from './encryption-keys.js';
import { OneSetting } from './one-setting.js';
import { grouped } from './setting-groups.js';

const { installation } = words;

/** What admins may change of this installation, and the keys that its secrets are sealed with. */
export function SettingsPage() {
  const query = useQuery(settingsQuery);
  return (
    <Page title={installation.title} lead={installation.lead}>
      <Loaded query={query}>
        {({ items }) => (
          <>
            {grouped(items).map(({ group, settings }) => (
              <Stack key={group} gap="xs" component="section" aria-label={installation.groups[group]}>
                <Title order={2}>{installation.groups[group]}</Title>
                {settings.map((setting) => (
                  <OneSetting key={setting.key} setting={setting} />
                ))}
              </Stack>
            ))}
            <Stack gap="xs" component="section" aria-label={installation.groups.secrets}>
              <Title order={2}>{installation.groups.secrets}</Title>
              <EncryptionKeys />
            </Stack>
          </>
        )}
      </Loaded>
    </Page>
  );
}
