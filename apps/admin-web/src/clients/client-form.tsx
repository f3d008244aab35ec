import { type ReactNode, useState } from 'react';
import { Button, Fieldset, Group, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { api } from '../api/api.js';
import { type components } from '../api/schema.gen.js';
import { type ClientTemplate } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { AdvancedClientFields } from './advanced-client-fields.js';
import { CallbackAliasField } from './callback-alias-field.js';
import { type ClientFields } from './client-fields.js';
import { EssentialClientFields } from './essential-client-fields.js';
import { PersonalFields } from './personal-fields.js';
import { ScopeFields } from './scope-fields.js';
import { type ClientFinding, useFindings } from './use-findings.js';

const { clients } = words;
const VALIDITIES = ['valid', 'invalid', 'temporarily-invalid'] as const;
const ESSENTIAL = new Set(['flow', 'clientId', 'secret', 'secretExpiresAt', 'serviceAccountKey', 'tenant']);

interface ClientFormProps {
  readonly form: UseFormReturnType<ClientFields>;
  readonly template: ClientTemplate;
  readonly isNew: boolean;
  /** Everything but what the provider gave is behind a disclosure, where the template knows it. */
  readonly brief?: boolean;
  /** A secret is stored already: the field may stay empty. */
  readonly secretIsSet: boolean;
  /** The same for the key of a service account. */
  readonly keyIsSet: boolean;
  readonly busy: boolean;
  readonly submitLabel: string;
  /** The form as the rules of the server take it, see `clientForm`. */
  readonly judged: (fields: ClientFields) => components['schemas']['ClientForm'];
  readonly onSubmit: (fields: ClientFields) => void;
  readonly note?: ReactNode;
}

/** The fields of an OAuth2 client, for registering and for changing one. */
export function ClientForm(props: ClientFormProps) {
  const { form, template, brief = false, busy, submitLabel, judged, onSubmit, note } = props;
  useUnsaved(form);
  const findings = useFindings(form.values, template).filter(isNotSaidAtField);
  useServerRules(
    form,
    judged(form.values),
    (body, signal) => api.POST('/api/clients/findings', { body, signal }),
    (field) => field.replace(/^submission\.(\w)/, (_, letter: string) => `submission${letter.toUpperCase()}`),
  );
  const name = (
    <TextInput
      label={clients.name}
      description={clients.nameHint}
      required
      maxLength={250}
      {...form.getInputProps('name')}
    />
  );
  const further = <FurtherFields form={form} template={template} findings={findings} />;
  return (
    <form onSubmit={form.onSubmit(onSubmit, focusFault(form))} noValidate className="form-narrow">
      <Stack gap="lg">
        {!brief && name}
        <EssentialClientFields {...props} findings={findings} />
        {brief ? (
          <Aside form={form} template={template}>
            {name}
            {further}
          </Aside>
        ) : (
          further
        )}
        {note}
        <Group>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

// What is refused is said at its field; of a scope and a redirect URI there is more to say.
function isNotSaidAtField({ severity, field }: ClientFinding): boolean {
  return severity === 'warning' || field === 'scope' || field === 'redirectUri';
}

interface FieldsProps {
  readonly form: UseFormReturnType<ClientFields>;
  readonly template: ClientTemplate;
}

/** Out of the way, until something inside it is at fault; open where the template knows nothing. */
function Aside({ form, template, children }: FieldsProps & { children: ReactNode }) {
  const [open, setOpen] = useState(template.tokenEndpoint === '');
  const atFault = Object.keys(form.errors).some((field) => !ESSENTIAL.has(field));
  return (
    <Disclosure label={clients.further} open={open || atFault} onToggle={() => setOpen(!open)}>
      <Stack gap="lg">{children}</Stack>
    </Disclosure>
  );
}

function FurtherFields({
  form,
  template,
  findings,
}: FieldsProps & { readonly findings: readonly ClientFinding[] }) {
  const field = form.getInputProps;
  const consents = form.values.flow === 'authorization-code';
  return (
    <>
      <ScopeFields form={form} template={template} findings={findings} />
      {consents && <CallbackAliasField form={form} findings={findings} />}
      {consents && <PersonalFields form={form} template={template} />}
      <AdvancedClientFields form={form} template={template} />
      <NativeSelect
        classNames={{ wrapper: 'short-input' }}
        label={clients.validity}
        description={clients.validityHint}
        data={VALIDITIES.map((value) => ({ value, label: clients.validities[value] }))}
        {...field('validity')}
      />
      <Fieldset legend={clients.notifications}>
        <Stack gap="md">
          <Switch
            label={clients.notifyToken}
            description={clients.notifyTokenHint}
            {...field('notifyOnExpiredToken', { type: 'checkbox' })}
          />
          <Switch
            label={clients.notifyRefresh}
            description={clients.notifyRefreshHint}
            {...field('notifyOnExpiredRefreshToken', { type: 'checkbox' })}
          />
        </Stack>
      </Fieldset>
    </>
  );
}
