import { PasswordInput, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { words } from '../i18n/words.js';
import { type MailboxFields } from './mailbox-fields.js';

const { signIn } = words.connect;

/** The password of a mailbox, and who signs in with it. */
export function PasswordFields({ form }: { form: UseFormReturnType<MailboxFields> }) {
  return (
    <>
      <PasswordInput
        label={signIn.password}
        description={signIn.passwordHint}
        required
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <TextInput
        label={signIn.login}
        description={signIn.loginHint}
        placeholder={form.values.address}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('login')}
      />
    </>
  );
}
