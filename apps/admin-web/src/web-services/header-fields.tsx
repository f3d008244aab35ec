import { ActionIcon, Button, Fieldset, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { words } from '../i18n/words.js';
import { emptyHeader, type InvokerFields } from './invoker-fields.js';

const { invokers } = words;

/** The headers of an invoker: as many as it takes, secret ones write-only. */
export function HeaderFields({ form }: { form: UseFormReturnType<InvokerFields> }) {
  const { headers, authentication } = form.values;
  return (
    <Fieldset legend={invokers.headers}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {authentication === 'headers' ? invokers.headersWithToken : invokers.headersHint}
        </Text>
        {headers.map(({ key }, index) => (
          <HeaderRow key={key} form={form} index={index} />
        ))}
        {typeof form.errors['headers'] === 'string' && (
          <Text size="sm" c="var(--bad-text)" role="alert">
            {form.errors['headers']}
          </Text>
        )}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.insertListItem('headers', emptyHeader())}
          >
            {invokers.addHeader}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

function HeaderRow({ form, index }: { form: UseFormReturnType<InvokerFields>; index: number }) {
  const header = form.values.headers[index];
  if (!header) return null;
  const kept = header.secret && header.stored;
  return (
    <Group
      align="flex-start"
      gap="sm"
      role="group"
      aria-label={invokers.headerNumber(index + 1)}
      className="header-row"
    >
      <TextInput
        flex="1 1 10rem"
        label={invokers.headerName}
        spellCheck={false}
        autoComplete="off"
        {...form.getInputProps(`headers.${index}.name`)}
      />
      <TextInput
        flex="2 1 14rem"
        label={invokers.headerValue}
        type={header.secret ? 'password' : 'text'}
        placeholder={kept ? invokers.secretStored : ''}
        spellCheck={false}
        autoComplete={header.secret ? 'new-password' : 'off'}
        {...form.getInputProps(`headers.${index}.value`)}
      />
      <Group gap="sm" mt={30} wrap="nowrap">
        <Switch
          label={invokers.headerSecret}
          {...form.getInputProps(`headers.${index}.secret`, { type: 'checkbox' })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          aria-label={invokers.removeHeader(header.name || invokers.headerNumber(index + 1))}
          onClick={() => form.removeListItem('headers', index)}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  );
}
