import { Fieldset, NumberInput, Stack } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { words } from '../i18n/words.js';
import { type AccountFields } from './account-fields.js';

const { accounts } = words;

/** When an admin wants to be warned of an account that does not fail. */
export function AlarmFields({ form }: { form: UseFormReturnType<AccountFields> }) {
  return (
    <Fieldset legend={accounts.alarms}>
      <Stack gap="md">
        <NumberInput
          hideControls
          classNames={{ wrapper: 'short-input' }}
          label={accounts.silentAfter}
          description={accounts.silentAfterHint}
          suffix=" min"
          min={0}
          max={43_200}
          allowDecimal={false}
          {...form.getInputProps('silentAfterMinutes')}
        />
        <NumberInput
          hideControls
          classNames={{ wrapper: 'short-input' }}
          label={accounts.quietAfter}
          description={accounts.quietAfterHint}
          suffix=" days"
          min={1}
          max={365}
          allowDecimal={false}
          {...form.getInputProps('quietAfterDays')}
        />
      </Stack>
    </Fieldset>
  );
}
