import { useState } from 'react';
import { Group, NumberInput, Stack, Textarea } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { Disclosure } from '../furniture/disclosure.js';
import { words } from '../i18n/words.js';
import { type InvokerFields } from './invoker-fields.js';

const { invokers } = words;
const INSIDE = ['timeoutMs', 'maxKib', 'caCertificate'];

/** How long, how much, and whose certificates: fine as they are for most remotes. */
export function LimitFields({ form }: { form: UseFormReturnType<InvokerFields> }) {
  const [open, setOpen] = useState(form.values.caCertificate !== '');
  const atFault = INSIDE.some((name) => form.errors[name] !== undefined);
  return (
    <Disclosure label={invokers.limits} open={open || atFault} onToggle={() => setOpen(!open)}>
      <Stack gap="md">
        <Group align="flex-start" gap="md">
          <NumberInput
            label={invokers.timeout}
            description={invokers.timeoutHint}
            suffix=" ms"
            thousandSeparator=","
            min={100}
            max={30_000}
            allowDecimal={false}
            hideControls
            flex="1 1 14rem"
            {...form.getInputProps('timeoutMs')}
          />
          <NumberInput
            label={invokers.maxSize}
            description={invokers.maxSizeHint}
            suffix=" KiB"
            thousandSeparator=","
            min={1}
            max={16_384}
            allowDecimal={false}
            hideControls
            flex="1 1 14rem"
            {...form.getInputProps('maxKib')}
          />
        </Group>
        <Textarea
          label={invokers.caCertificate}
          description={invokers.caCertificateHint}
          placeholder="-----BEGIN CERTIFICATE-----"
          autosize
          minRows={3}
          maxRows={8}
          spellCheck={false}
          classNames={{ input: 'code-input' }}
          {...form.getInputProps('caCertificate')}
        />
      </Stack>
    </Disclosure>
  );
}
