import { Anchor, Fieldset, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { tokensQuery } from '../api/queries.js';
import { words } from '../i18n/words.js';
import { type InvokerFields } from './invoker-fields.js';

const { invokers, signIn } = words;
const WAYS = ['bearer', 'headers', 'none'] as const;

/** Whether and how the access token travels. */
export function TokenFields({ form }: { form: UseFormReturnType<InvokerFields> }) {
  const { authentication } = form.values;
  return (
    <Fieldset legend={invokers.accessToken}>
      <Stack gap="md">
        <Radio.Group label={invokers.authentication} {...form.getInputProps('authentication')}>
          <Stack gap="xs" mt={6}>
            {WAYS.map((way) => (
              <Radio
                key={way}
                value={way}
                label={invokers.authentications[way]}
                description={invokers.authenticationHints[way]}
              />
            ))}
          </Stack>
        </Radio.Group>
        {authentication !== 'none' && <TokenSelect form={form} />}
      </Stack>
    </Fieldset>
  );
}

function TokenSelect({ form }: { form: UseFormReturnType<InvokerFields> }) {
  const { data } = useQuery(tokensQuery);
  const tokens = data?.items ?? [];
  return (
    <>
      <NativeSelect
        label={signIn.token}
        description={invokers.tokenHint}
        required
        data={[
          { value: '', label: signIn.chooseToken },
          ...tokens.map(({ id, mailbox, clientName }) => ({
            value: id,
            label: `${mailbox} (${clientName})`,
          })),
        ]}
        {...form.getInputProps('tokenId')}
      />
      {data && tokens.length === 0 && (
        <Text size="sm" c="dimmed">
          {invokers.noTokens}{' '}
          <Anchor component={Link} to="/connect" inherit>
            {words.navigation.connect}
          </Anchor>
        </Text>
      )}
    </>
  );
}
