import { useState } from 'react';
import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ClientTemplate } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';

const { clients } = words;
const ENDPOINTS = ['authorizationEndpoint', 'tokenEndpoint', 'revocationEndpoint', 'issuer'] as const;
const INSIDE = [...ENDPOINTS, 'clientAuthentication', 'scope'];

/** Endpoints and scope: filled by the template, open from the start where the admin has to bring them. */
export function AdvancedClientFields({
  form,
  template,
}: {
  form: UseFormReturnType<ClientFields>;
  template: ClientTemplate;
}) {
  const bringsNone = template.authorizationEndpoint === '';
  const [open, setOpen] = useState(bringsNone);
  const atFault = INSIDE.some((name) => form.errors[name] !== undefined);
  return (
    <Disclosure label={clients.advanced} open={open || atFault} onToggle={() => setOpen(!open)}>
      <Stack gap="md">
        {ENDPOINTS.filter(
          (name) => name !== 'authorizationEndpoint' || template.authorizationEndpoint !== null,
        ).map((name) => (
          <TextInput
            key={name}
            type={name === 'issuer' ? 'text' : 'url'}
            label={clients.endpoints[name]}
            description={clients.endpointHints[name]}
            required={
              bringsNone &&
              form.values.discoveryUrl === '' &&
              (name === 'authorizationEndpoint' || name === 'tokenEndpoint')
            }
            spellCheck={false}
            placeholder={placeholderOf(template, name)}
            {...form.getInputProps(name)}
          />
        ))}
        <Textarea
          label={clients.scope}
          description={clients.scopeHint}
          autosize
          minRows={2}
          spellCheck={false}
          {...form.getInputProps('scope')}
        />
        <NativeSelect
          label={clients.clientAuthentication}
          data={[
            { value: 'post', label: clients.authenticationPost },
            { value: 'basic', label: clients.authenticationBasic },
          ]}
          {...form.getInputProps('clientAuthentication')}
        />
      </Stack>
    </Disclosure>
  );
}

function placeholderOf(template: ClientTemplate, name: (typeof ENDPOINTS)[number]): string | undefined {
  return name === 'authorizationEndpoint' || name === 'tokenEndpoint'
    ? (template[name] ?? undefined)
    : undefined;
}
