import { NativeSelect, TextInput } from '@mantine/core';
import { type FieldProps } from '../furniture/field-props.js';
import { words } from '../i18n/words.js';
import { type DispositionFields } from './account-fields.js';

const { accounts } = words;
const DISPOSITIONS = ['seen', 'delete', 'move', 'leave'] as const;

interface Inputs {
  readonly values: DispositionFields;
  getInputProps(path: string): FieldProps;
}

/** What happens on the mail server to fetched mail; only after it is safely with the helpdesk. */
export function DispositionInputs({ form }: { form: Inputs }) {
  const { disposition } = form.values;
  return (
    <>
      <NativeSelect
        label={accounts.disposition}
        description={accounts.dispositionHints[disposition]}
        data={DISPOSITIONS.map((value) => ({ value, label: accounts.dispositions[value] }))}
        {...form.getInputProps('disposition')}
      />
      {disposition === 'move' && (
        <TextInput
          label={accounts.moveTo}
          description={accounts.moveToHint}
          required
          {...form.getInputProps('moveTo')}
        />
      )}
    </>
  );
}
