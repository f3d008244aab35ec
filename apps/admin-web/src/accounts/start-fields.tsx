import { Radio, Stack, Switch, TextInput } from '@mantine/core';
import { type FieldProps } from '../furniture/field-props.js';
import { words } from '../i18n/words.js';
import { type StartFields } from './account-fields.js';

const { accounts } = words;
const STARTS = ['new', 'since', 'all'] as const;

interface Inputs {
  readonly values: StartFields;
  getInputProps(path: string, options?: { type: 'checkbox' }): FieldProps;
  setFieldValue(path: 'start', value: StartFields['start']): void;
}

/** Which mail becomes tickets at the first fetch: the question that keeps a history from flooding the helpdesk. */
export function StartInputs({ form }: { form: Inputs }) {
  const { start } = form.values;
  return (
    <>
      <Radio.Group
        label={accounts.start}
        value={start}
        onChange={(value) => form.setFieldValue('start', value as StartFields['start'])}
      >
        <Stack gap="xs" mt={6}>
          {STARTS.map((value) => (
            <Radio
              key={value}
              value={value}
              label={accounts.starts[value]}
              description={accounts.startHints[value]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {start === 'since' && (
        <TextInput
          type="date"
          classNames={{ wrapper: 'short-input' }}
          label={accounts.since}
          required
          {...form.getInputProps('since')}
        />
      )}
      {start !== 'new' && (
        <Switch
          label={accounts.quietImport}
          description={accounts.quietImportHint}
          {...form.getInputProps('quietImport', { type: 'checkbox' })}
        />
      )}
    </>
  );
}
