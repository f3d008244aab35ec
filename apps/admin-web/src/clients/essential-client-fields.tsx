import { NativeSelect, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ClientTemplate } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';
import { Findings } from './findings.js';
import { SecretFields } from './secret-fields.js';
import { ServiceAccountField } from './service-account-field.js';
import { type ClientFinding } from './use-findings.js';

const { clients } = words;

interface EssentialProps {
  readonly form: UseFormReturnType<ClientFields>;
  readonly template: ClientTemplate;
  readonly isNew: boolean;
  readonly secretIsSet: boolean;
  readonly keyIsSet: boolean;
  readonly findings: readonly ClientFinding[];
}

/** What nobody but the provider's portal knows: identifiers, secret or key, tenant. */
export function EssentialClientFields(props: EssentialProps) {
  const { form, template, isNew, secretIsSet, keyIsSet, findings } = props;
  const field = form.getInputProps;
  const bySigning = form.values.flow === 'jwt-bearer';
  return (
    <>
      {isNew && template.leavesOpen.includes('flow') && (
        <NativeSelect
          label={clients.flow}
          description={clients.flowHint}
          data={Object.entries(clients.flows).map(([value, label]) => ({ value, label }))}
          {...field('flow')}
        />
      )}
      {bySigning && <ServiceAccountField form={form} isStored={keyIsSet} />}
      <div>
        <TextInput
          label={clients.clientId}
          description={clients.clientIdHints[template.id] ?? clients.clientIdHint}
          required={form.values.serviceAccountKey === ''}
          autoComplete="off"
          spellCheck={false}
          {...field('clientId')}
        />
        <Findings findings={findings} field="clientId" />
      </div>
      {!(bySigning && template.provider === 'google') && (
        <SecretFields form={form} template={template} isStored={secretIsSet} isNew={isNew} />
      )}
      {template.tenancy !== 'none' && (
        <div>
          <TextInput
            label={clients.tenant}
            description={template.tenancy === 'concrete' ? clients.tenantConcrete : clients.tenantHint}
            required={template.tenancy === 'concrete'}
            placeholder={template.defaultTenant ?? ''}
            spellCheck={false}
            {...field('tenant')}
          />
          {form.values.tenant !== '' && <Findings findings={findings} field="tenant" />}
        </div>
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
    </>
  );
}
