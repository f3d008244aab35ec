import { Group, NumberInput } from '@mantine/core';
import { type FieldProps } from '../furniture/field-props.js';
import { words } from '../i18n/words.js';

const { accounts } = words;

/** How much one turn takes, so that a full mailbox does not keep the others waiting. */
export function BatchFields({ form }: { form: { getInputProps(path: string): FieldProps } }) {
  return (
    <Group gap="sm" align="flex-start" role="group" aria-label={accounts.batch}>
      <NumberInput
        hideControls
        flex="1 1 12rem"
        label={accounts.batchMessages}
        description={accounts.batchMessagesHint}
        min={1}
        max={10_000}
        allowDecimal={false}
        {...form.getInputProps('batchMessages')}
      />
      <NumberInput
        hideControls
        flex="1 1 12rem"
        label={accounts.batchMb}
        description={accounts.batchMbHint}
        suffix=" MB"
        min={1}
        max={1_024}
        allowDecimal={false}
        {...form.getInputProps('batchMb')}
      />
    </Group>
  );
}
