import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { words } from '../i18n/words.js';

/** Lines to take elsewhere, as they are. */
export function CopyText({ label, lead, text }: { label: string; lead: string; text: string }) {
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm">
        <Text fw={600} size="sm">
          {label}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              aria-label={copied ? words.copied : words.copyThing(label)}
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            >
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed">
        {lead}
      </Text>
      <Code block className="copy-text" tabIndex={0} aria-label={label}>
        {text}
      </Code>
    </Stack>
  );
}
