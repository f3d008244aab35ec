import { type ReactNode } from 'react';
import { Button, Fieldset, Group, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ClientTemplate } from '../api/shapes.js';
import { focusFault } from '../furniture/form-problem.js';
import { words } from '../i18n/words.js';
import { AdvancedClientFields } from './advanced-client-fields.js';
import { CallbackAliasField } from './callback-alias-field.js';
import { type ClientFields } from './client-fields.js';
import { PersonalFields } from './personal-fields.js';
import { ScopeFields } from './scope-fields.js';
import { SecretFields } from './secret-fields.js';
import { ServiceAccountField } from './service-account-field.js';
import { useFindings } from './use-findings.js';

const { clients } = words;
const VALIDITIES = ['valid', 'invalid', 'temporarily-invalid'] as const;

interface ClientFormProps {
  readonly form: UseFormReturnType<ClientFields>;
  readonly template: ClientTemplate;
  readonly isNew: boolean;
  /** A secret is stored already: the field may stay empty. */
  readonly secretIsSet: boolean;
  /** The same for the key of a service account. */
  readonly keyIsSet: boolean;
  readonly busy: boolean;
  readonly submitLabel: string;
  readonly onSubmit: (fields: ClientFields) => void;
  readonly note?: ReactNode;
}

/** The fields of an OAuth2 client, for registering and for changing one. */
export function ClientForm({
  form,
  template,
  isNew,
  secretIsSet,
  keyIsSet,
  busy,
  submitLabel,
  onSubmit,
  note,
}: ClientFormProps) {
  const field = form.getInputProps;
  const findings = useFindings(form.values, template);
  const bySigning = form.values.flow === 'jwt-bearer';
  return (
    <form onSubmit={form.onSubmit(onSubmit, focusFault(form))} noValidate className="form-narrow">
      <Stack gap="lg">
        <TextInput
          label={clients.name}
          description={clients.nameHint}
          required
          maxLength={250}
          {...field('name')}
        />
        {isNew && template.leavesOpen.includes('flow') && (
          <NativeSelect
            label={clients.flow}
            description={clients.flowHint}
            data={Object.entries(clients.flows).map(([value, label]) => ({ value, label }))}
            {...field('flow')}
          />
        )}
        {bySigning && <ServiceAccountField form={form} isStored={keyIsSet} />}
        <TextInput
          label={clients.clientId}
          description={clients.clientIdHints[template.id] ?? clients.clientIdHint}
          required={form.values.serviceAccountKey === ''}
          autoComplete="off"
          spellCheck={false}
          {...field('clientId')}
        />
        {!(bySigning && template.provider === 'google') && (
          <SecretFields form={form} template={template} isStored={secretIsSet} isNew={isNew} />
        )}
        {template.tenancy !== 'none' && (
          <TextInput
            label={clients.tenant}
            description={template.tenancy === 'concrete' ? clients.tenantConcrete : clients.tenantHint}
            required={template.tenancy === 'concrete'}
            placeholder={template.defaultTenant ?? ''}
            spellCheck={false}
            {...field('tenant')}
          />
        )}
        {isNew && template.tokenEndpoint === '' && (
          <TextInput
            type="url"
            label={clients.discoveryUrl}
            description={clients.discoveryHint}
            placeholder="https://login.example.com"
            spellCheck={false}
            {...field('discoveryUrl')}
          />
        )}
        <ScopeFields form={form} template={template} findings={findings} />
        {form.values.flow === 'authorization-code' && <CallbackAliasField form={form} findings={findings} />}
        {form.values.flow === 'authorization-code' && <PersonalFields form={form} template={template} />}
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
