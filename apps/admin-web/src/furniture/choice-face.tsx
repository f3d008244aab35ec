import { type ReactNode } from 'react';
import { Group, Text } from '@mantine/core';

/** What stands on a card that somebody chooses: its mark, its name, and what it is for. */
export function ChoiceFace({ mark, name, lead }: { mark: ReactNode; name: string; lead: string }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      {mark}
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
      </div>
    </Group>
  );
}
