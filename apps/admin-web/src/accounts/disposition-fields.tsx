import { NativeSelect, TextInput } from '@mantine/core';
import { type FieldProps } from '../furniture/field-props.js';
import { words } from '../i18n/words.js';
import { type DispositionFields } from './account-fields.js';

const { accounts } = words;
const DISPOSITIONS = { imap: ['seen', 'delete', 'move', 'leave'], pop3: ['delete', 'leave'] } as const;

interface Inputs {
  readonly values: DispositionFields;
  getInputProps(path: string): FieldProps;
}

/** What happens on the mail server to fetched mail, as far as its protocol can; only after it is safely with the helpdesk. */
export function DispositionInputs({
  form,
  protocol = 'imap',
}: {
  form: Inputs;
  protocol?: keyof typeof DISPOSITIONS;
}) {
  const { disposition } = form.values;
  return (
    <>
      <NativeSelect
        label={accounts.disposition}
        description={accounts.dispositionHints[disposition]}
        data={DISPOSITIONS[protocol].map((value) => ({ value, label: accounts.dispositions[value] }))}
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
