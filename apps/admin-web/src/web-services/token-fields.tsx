import { Anchor, Fieldset, Radio, Stack, Text } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { Link } from 'react-router';
import { TokenSelect } from '../furniture/token-select.js';
import { words } from '../i18n/words.js';
import { type InvokerFields } from './invoker-fields.js';

const { invokers } = words;
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
        {authentication !== 'none' && <Token form={form} />}
      </Stack>
    </Fieldset>
  );
}

function Token({ form }: { form: UseFormReturnType<InvokerFields> }) {
  const { value, error, onChange } = form.getInputProps('tokenId');
  return (
    <TokenSelect
      description={invokers.tokenHint}
      value={value}
      error={error}
      onChange={onChange}
      none={
        <Text size="sm" c="dimmed">
          {invokers.noTokens}{' '}
          <Anchor component={Link} to="/connect" inherit>
            {words.navigation.connect}
          </Anchor>
        </Text>
      }
    />
  );
}
