import { FileButton, Button, Stack, Textarea } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { IconUpload } from '@tabler/icons-react';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';

const { clients } = words;

/** The key file of a service account: pasted, or read from the disk by the browser. */
export function ServiceAccountField({
  form,
  isStored,
}: {
  form: UseFormReturnType<ClientFields>;
  isStored: boolean;
}) {
  const read = async (file: File | null) => {
    if (file) form.setFieldValue('serviceAccountKey', await file.text());
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Textarea
        w="100%"
        label={clients.serviceAccountKey}
        description={isStored ? clients.serviceAccountKept : clients.serviceAccountHint}
        placeholder={isStored ? clients.secretStored : '{ "type": "service_account", … }'}
        autosize
        minRows={3}
        maxRows={8}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'code-input' }}
        {...form.getInputProps('serviceAccountKey')}
      />
      <FileButton onChange={(file) => void read(file)} accept="application/json,.json">
        {(button) => (
          <Button {...button} variant="default" size="xs" leftSection={<IconUpload size={14} aria-hidden />}>
            {clients.serviceAccountFile}
          </Button>
        )}
      </FileButton>
    </Stack>
  );
}
