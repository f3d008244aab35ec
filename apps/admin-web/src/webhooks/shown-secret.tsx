import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { CopyField } from '../furniture/copy-field.js';
import { words } from '../i18n/words.js';

const { webhooks } = words;

/** A signing secret, this once. */
export function ShownSecret({ secret, onSeen }: { secret: string; onSeen: () => void }) {
  return (
    <Alert color="enamel" role="status" icon={<IconKey aria-hidden />} title={webhooks.secretTitle}>
      <Stack gap="sm" align="stretch" maw="40rem">
        <Text size="sm">{webhooks.secretLead}</Text>
        <CopyField label={webhooks.secret} value={secret} />
        <div>
          <Button size="xs" variant="default" onClick={onSeen}>
            {webhooks.secretSeen}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}
