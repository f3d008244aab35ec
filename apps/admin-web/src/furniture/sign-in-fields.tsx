import { Fieldset, NativeSelect, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tokensQuery } from '../api/queries.js';
import { type FieldProps } from './field-props.js';
import { words } from '../i18n/words.js';

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
        {auth === 'token' && <TokenSelect form={form} />}
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
            visibilityToggleButtonProps={{ 'aria-label': signIn.showPassword, tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
        )}
      </Stack>
    </Fieldset>
  );
}

function TokenSelect({ form }: Pick<SignInFieldsProps, 'form'>) {
  const { data } = useQuery(tokensQuery);
  const tokens = data?.items ?? [];
  const input = form.getInputProps('tokenId');
  const choose = (id: string) => {
    const chosen = tokens.find((token) => token.id === id);
    if (chosen && form.values.login === '') form.setFieldValue('login', chosen.mailbox);
  };
  return (
    <>
      <NativeSelect
        label={signIn.token}
        required
        data={[
          { value: '', label: signIn.chooseToken },
          ...tokens.map(({ id, mailbox, clientName }) => ({
            value: id,
            label: `${mailbox} (${clientName})`,
          })),
        ]}
        {...input}
        onChange={(event) => {
          input.onChange(event);
          choose(event.currentTarget.value);
        }}
      />
      {data && tokens.length === 0 && (
        <Text size="sm" c="dimmed">
          {signIn.noTokens}
        </Text>
      )}
    </>
  );
}
