import { type ReactNode } from 'react';
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { type Setting } from '../api/shapes.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { installation } = words;

/** A setting with what it is for and who decides it. */
export function SettingCard({ setting, children }: { setting: Setting; children: ReactNode }) {
  const { title, lead } = installation.settings[setting.key];
  return (
    <Card component="section" aria-label={title}>
      <Stack gap="md">
        <div>
          <Group gap="sm">
            <Title order={2}>{title}</Title>
            <StateBadge tone={setting.readOnly ? 'paused' : 'idle'} size="md">
              {installation.sources[setting.source]}
            </StateBadge>
            {setting.pending && (
              <StateBadge tone="waiting" size="md">
                {installation.pending}
              </StateBadge>
            )}
          </Group>
          <Text c="dimmed" size="sm" mt={4}>
            {lead}
          </Text>
        </div>
        {children}
        {setting.readOnly && <Text size="sm">{installation.readOnly(setting.key)}</Text>}
      </Stack>
    </Card>
  );
}
