import { Autocomplete, NativeSelect } from '@mantine/core';
import { type MailboxFolder } from '../api/shapes.js';
import { type FieldProps } from '../furniture/field-props.js';
import { words } from '../i18n/words.js';
import { type DispositionFields } from './account-fields.js';

const { accounts } = words;
const DISPOSITIONS = { imap: ['seen', 'delete', 'move', 'leave'], pop3: ['delete', 'leave'] } as const;

interface Inputs {
  readonly values: DispositionFields;
  getInputProps(path: string): FieldProps;
}

interface DispositionInputsProps {
  readonly form: Inputs;
  readonly protocol?: keyof typeof DISPOSITIONS;
  /** Folders that the server has, to choose from, once they are known. */
  readonly folders?: readonly MailboxFolder[] | undefined;
}

/** What happens on the mail server to fetched mail, as far as its protocol can; only after it is safely with the helpdesk. */
export function DispositionInputs({ form, protocol = 'imap', folders = [] }: DispositionInputsProps) {
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
        <Autocomplete
          data={folders.filter(({ selectable }) => selectable).map(({ path }) => path)}
          limit={200}
          label={accounts.moveTo}
          description={accounts.moveToHint}
          required
          {...form.getInputProps('moveTo')}
        />
      )}
    </>
  );
}
