import { NativeSelect, NumberInput, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { words } from '../i18n/words.js';
import { type ServerFields } from './server-fields.js';

const { servers } = words;
const PURPOSES = ['transactional', 'bulk'] as const;

/** Whom a server sends for, before which others, and for what. */
export function RoutingFields({ form }: { form: Pick<UseFormReturnType<ServerFields>, 'getInputProps'> }) {
  return (
    <Stack gap="md">
      <TextInput
        label={servers.fromFilter}
        description={servers.fromFilterHint}
        placeholder="support@example.com, example.org, *.example.net"
        spellCheck={false}
        {...form.getInputProps('fromFilter')}
      />
      <NativeSelect
        label={servers.purpose}
        description={servers.purposeHint}
        data={PURPOSES.map((value) => ({ value, label: servers.purposes[value] }))}
        {...form.getInputProps('purpose')}
      />
      <NumberInput
        hideControls
        classNames={{ wrapper: 'short-input' }}
        label={servers.priority}
        description={servers.priorityHint}
        min={0}
        max={10_000}
        allowDecimal={false}
        {...form.getInputProps('priority')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={servers.owner}
          description={servers.ownerHint}
          spellCheck={false}
          {...form.getInputProps('ownerId')}
        />
        <TextInput
          label={servers.ownerName}
          description={servers.ownerNameHint}
          {...form.getInputProps('ownerName')}
        />
      </SimpleGrid>
      <Switch
        label={servers.isFallback}
        description={servers.isFallbackHint}
        {...form.getInputProps('isFallback', { type: 'checkbox' })}
      />
    </Stack>
  );
}
