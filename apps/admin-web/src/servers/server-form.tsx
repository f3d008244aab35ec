import { type ReactNode } from 'react';
import { Fieldset, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { MailHostFields } from '../furniture/mail-host-fields.js';
import { SignInFields } from '../furniture/sign-in-fields.js';
import { focusFault } from '../furniture/form-problem.js';
import { words } from '../i18n/words.js';
import { type ServerFields } from './server-fields.js';

const { servers } = words;
const HOST = { host: 'host', port: 'port', security: 'security' } as const;

interface ServerFormProps {
  readonly form: UseFormReturnType<ServerFields>;
  readonly passwordIsSet: boolean;
  readonly onSubmit: (fields: ServerFields) => void;
  /** The buttons and what they brought. */
  readonly children: ReactNode;
}

/** The fields of an outgoing server. */
export function ServerForm({ form, passwordIsSet, onSubmit, children }: ServerFormProps) {
  return (
    <form onSubmit={form.onSubmit(onSubmit, focusFault(form))} noValidate className="form-narrow">
      <Stack gap="lg">
        <TextInput label={servers.name} required {...form.getInputProps('name')} />
        <MailHostFields form={form} protocol="smtp" names={HOST} />
        <SignInFields form={form} ways={['token', 'password', 'none']} passwordIsSet={passwordIsSet} />
        <Fieldset legend={servers.routing}>
          <Stack gap="md">
            <TextInput
              label={servers.fromFilter}
              description={servers.fromFilterHint}
              placeholder="support@example.com, example.org"
              spellCheck={false}
              {...form.getInputProps('fromFilter')}
            />
            <NumberInput
              hideControls
              classNames={{ wrapper: 'short-input' }}
              label={servers.priority}
              description={servers.priorityHint}
              min={0}
              max={10_000}
              allowDecimal={false}
              {...form.getInputProps('priority')}
            />
            <Switch
              label={servers.isFallback}
              description={servers.isFallbackHint}
              {...form.getInputProps('isFallback', { type: 'checkbox' })}
            />
          </Stack>
        </Fieldset>
        <Textarea label={words.comment} autosize minRows={2} {...form.getInputProps('comment')} />
        {children}
      </Stack>
    </form>
  );
}
