import { type ReactNode } from 'react';
import { Text } from '@mantine/core';
import { type Setting } from '../api/shapes.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';
import { Folded } from './folded.js';
import { summaryOf } from './setting-summary.js';

const { installation } = words;

/** A setting with what it is for and who decides it. */
export function SettingCard({ setting, children }: { setting: Setting; children: ReactNode }) {
  const { title, lead } = installation.settings[setting.key];
  return (
    <Folded
      name={setting.key}
      title={title}
      lead={lead}
      summary={summaryOf(setting)}
      badges={<Badges setting={setting} />}
    >
      {children}
      {setting.readOnly && <Text size="sm">{installation.readOnly(setting.key)}</Text>}
    </Folded>
  );
}

function Badges({ setting: { source, readOnly, pending } }: { setting: Setting }) {
  return (
    <>
      <StateBadge tone={readOnly ? 'paused' : 'idle'} size="md">
        {installation.sources[source]}
      </StateBadge>
      {pending && (
        <StateBadge tone="waiting" size="md">
          {installation.pending}
        </StateBadge>
      )}
    </>
  );
}
