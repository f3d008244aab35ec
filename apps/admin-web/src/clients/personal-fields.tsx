import { Fieldset, Stack, Switch, Text } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ClientTemplate } from '../api/shapes.js';
import { MailHostFields } from '../furniture/mail-host-fields.js';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';

const { clients } = words;
const NAMES = { host: 'submissionHost', port: 'submissionPort', security: 'submissionSecurity' } as const;

/** Whether staff who are no admins may connect a mailbox with this client, and where its mail leaves then. */
export function PersonalFields(props: { form: UseFormReturnType<ClientFields>; template: ClientTemplate }) {
  const { form, template } = props;
  const own = template.mail?.smtp.host ?? null;
  return (
    <Fieldset legend={clients.personal}>
      <Stack gap="md">
        <Switch
          label={clients.personalServers}
          description={clients.personalServersHint}
          {...form.getInputProps('personalServers', { type: 'checkbox' })}
        />
        {form.values.personalServers && (
          <div>
            <Text size="sm" fw={500}>
              {clients.submission}
            </Text>
            <Text size="xs" c="dimmed" mb="xs">
              {clients.submissionHint(own)}
            </Text>
            <MailHostFields form={form} protocol="smtp" names={NAMES} required={own === null} />
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}
