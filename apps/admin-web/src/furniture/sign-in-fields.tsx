import { Fieldset, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FieldProps } from './field-props.js';
import { words } from '../i18n/words.js';
import { TokenSelect } from './token-select.js';

const { signIn } = words;

type Way = 'token' | 'password' | 'none';

interface SignInFieldsProps {
  readonly form: {
    getValues(): { readonly auth: Way };
    getInputProps(path: string): FieldProps;
    setFieldValue(path: 'auth' | 'login', value: string): void;
    readonly values: { readonly auth: Way; readonly login: string };
  };
  readonly ways: readonly Way[];
  readonly passwordIsSet: boolean;
}

/** How Mailroom signs in at a mail server: with a token, a password, or not at all. */
export function SignInFields({ form, ways, passwordIsSet }: SignInFieldsProps) {
  const { auth } = form.values;
  return (
    <Fieldset legend={signIn.legend}>
      <Stack gap="md">
        <Radio.Group label={signIn.way} value={auth} onChange={(way) => form.setFieldValue('auth', way)}>
          <Stack gap="xs" mt={6}>
            {ways.map((way) => (
              <Radio key={way} value={way} label={signIn.ways[way]} description={signIn.wayHints[way]} />
            ))}
          </Stack>
        </Radio.Group>
        {auth === 'token' && <Token form={form} />}
        {auth !== 'none' && (
          <TextInput
            label={signIn.login}
            description={signIn.loginHint}
            required
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('login')}
          />
        )}
        {auth === 'password' && (
          <PasswordInput
            label={signIn.password}
            description={passwordIsSet ? signIn.passwordKept : undefined}
            placeholder={passwordIsSet ? signIn.passwordStored : ''}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
        )}
      </Stack>
    </Fieldset>
  );
}

function Token({ form }: Pick<SignInFieldsProps, 'form'>) {
  const { value, error, onChange } = form.getInputProps('tokenId');
  return (
    <TokenSelect
      value={value}
      error={error}
      onChange={onChange}
      onChosen={({ mailbox }) => form.values.login === '' && form.setFieldValue('login', mailbox)}
      none={
        <Text size="sm" c="dimmed">
          {signIn.noTokens}
        </Text>
      }
    />
  );
}
