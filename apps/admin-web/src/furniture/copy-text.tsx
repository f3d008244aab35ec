import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { words } from '../i18n/words.js';
import { useCopy } from './use-copy.js';

/** Lines to take elsewhere, as they are. */
export function CopyText({ label, lead, text }: { label: string; lead: string; text: string }) {
  const { copied, copy } = useCopy(text);
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm">
        <Text fw={600} size="sm">
          {label}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={copy}
          aria-label={copied ? words.copied : words.copyThing(label)}
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        >
          {copied ? words.copied : words.copy}
        </Button>
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
