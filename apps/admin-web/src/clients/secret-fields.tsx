import { PasswordInput, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ClientTemplate } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';

const { clients } = words;

/** The secret of a client, when it ends, and when people are told of that. */
export function SecretFields({
  form,
  template,
  isStored,
  isNew,
}: {
  form: UseFormReturnType<ClientFields>;
  template: ClientTemplate;
  isStored: boolean;
  isNew: boolean;
}) {
  const usual = clients.secretHints[template.provider] ?? clients.secretHint;
  return (
    <>
      <PasswordInput
        label={clients.secret}
        description={isStored ? clients.secretKept : usual}
        placeholder={isStored ? clients.secretStored : ''}
        autoComplete="new-password"
        {...form.getInputProps('secret')}
      />
      <TextInput
        type="date"
        classNames={{ wrapper: 'short-input' }}
        label={clients.secretExpiresAt}
        description={clients.secretExpiresHint}
        {...form.getInputProps('secretExpiresAt')}
      />
      {!isNew && (
        <TextInput
          classNames={{ wrapper: 'short-input' }}
          label={clients.warningDays}
          description={clients.warningDaysHint}
          inputMode="numeric"
          {...form.getInputProps('secretWarningDays')}
        />
      )}
    </>
  );
}
