import { type ReactNode, useEffect, useRef } from 'react';
import { Fieldset, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { TlsTrustInputs } from '../accounts/tls-trust-inputs.js';
import { type Server } from '../api/shapes.js';
import { focusFault } from '../furniture/form-problem.js';
import { MailHostFields } from '../furniture/mail-host-fields.js';
import { SignInFields } from '../furniture/sign-in-fields.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { LimitFields } from './limit-fields.js';
import { RoutingFields } from './routing-fields.js';
import { type ServerFields } from './server-fields.js';
import { faultAt, useServerFindings } from './use-server-findings.js';

const { servers } = words;
const HOST = { host: 'host', port: 'port', security: 'security' } as const;

interface ServerFormProps {
  readonly form: UseFormReturnType<ServerFields>;
  /** The server that is changed; none while it is new. */
  readonly server?: Server;
  readonly onSubmit: (fields: ServerFields) => void;
  /** The buttons and what they brought. */
  readonly children: ReactNode;
}

/** The fields of an outgoing server. What the server's rules say to them appears while one types. */
export function ServerForm({ form, server, onSubmit, children }: ServerFormProps) {
  useUnsaved(form);
  const findings = useServerFindings(form.values);
  useProposedFilter(form, server === undefined ? findings?.proposedFilter : undefined);
  const spoken = {
    ...form,
    getInputProps: (...asked: Parameters<typeof form.getInputProps>) => {
      const props = form.getInputProps(...asked);
      return { ...props, error: props.error ?? faultAt(findings, String(asked[0])) };
    },
  };
  return (
    <form onSubmit={form.onSubmit(onSubmit, focusFault(form))} noValidate className="form-narrow">
      <Stack gap="lg">
        <TextInput label={servers.name} required {...spoken.getInputProps('name')} />
        <MailHostFields form={spoken} protocol="smtp" names={HOST} />
        <TlsTrustInputs form={spoken} stored={server?.tlsTrust} />
        <SignInFields
          form={spoken}
          ways={['token', 'password', 'none']}
          passwordIsSet={server?.hasPassword ?? false}
        />
        <Fieldset legend={servers.routing}>
          <RoutingFields form={spoken} />
        </Fieldset>
        <LimitFields form={spoken} limits={findings?.limits} />
        <Switch
          label={servers.saveToSent}
          description={servers.saveToSentHint}
          {...spoken.getInputProps('saveToSent', { type: 'checkbox' })}
        />
        <Textarea label={words.comment} autosize minRows={2} {...spoken.getInputProps('comment')} />
        {children}
      </Stack>
    </form>
  );
}

// The filter follows the login until somebody writes another one.
function useProposedFilter(form: UseFormReturnType<ServerFields>, proposed: string | undefined) {
  const last = useRef('');
  useEffect(() => {
    if (proposed === undefined || proposed === last.current) return;
    if (form.getValues().fromFilter === last.current) form.setFieldValue('fromFilter', proposed);
    last.current = proposed;
  }, [form, proposed]);
}
