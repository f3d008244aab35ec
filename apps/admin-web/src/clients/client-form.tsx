import { type ReactNode } from 'react';
import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  PasswordInput,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ClientTemplate } from '../api/shapes.js';
import { focusFault } from '../furniture/form-problem.js';
import { words } from '../i18n/words.js';
import { AdvancedClientFields } from './advanced-client-fields.js';
import { type ClientFields } from './client-fields.js';

const { clients } = words;
const VALIDITIES = ['valid', 'invalid', 'temporarily-invalid'] as const;

interface ClientFormProps {
  readonly form: UseFormReturnType<ClientFields>;
  readonly template: ClientTemplate;
  readonly isNew: boolean;
  /** A secret is stored already: the field may stay empty. */
  readonly secretIsSet: boolean;
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
  busy,
  submitLabel,
  onSubmit,
  note,
}: ClientFormProps) {
  const field = form.getInputProps;
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
        <TextInput
          label={clients.clientId}
          description={clients.clientIdHints[template.id] ?? clients.clientIdHint}
          required
          autoComplete="off"
          spellCheck={false}
          {...field('clientId')}
        />
        <PasswordInput
          label={clients.secret}
          description={
            secretIsSet ? clients.secretKept : (clients.secretHints[template.id] ?? clients.secretHint)
          }
          placeholder={secretIsSet ? clients.secretStored : ''}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': clients.showSecret, tabIndex: 0 }}
          {...field('secret')}
        />
        <TextInput
          type="date"
          classNames={{ wrapper: 'short-input' }}
          label={clients.secretExpiresAt}
          description={clients.secretExpiresHint}
          {...field('secretExpiresAt')}
        />
        {template.tenancy !== 'none' && (
          <TextInput
            label={clients.tenant}
            description={clients.tenantHint}
            required={template.tenancy === 'concrete'}
            placeholder={template.defaultTenant ?? ''}
            spellCheck={false}
            {...field('tenant')}
          />
        )}
        {isNew && template.authorizationEndpoint === '' && (
          <TextInput
            type="url"
            label={clients.discoveryUrl}
            description={clients.discoveryHint}
            placeholder="https://login.example.com"
            spellCheck={false}
            {...field('discoveryUrl')}
          />
        )}
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
