import { useState } from 'react';
import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ClientTemplate } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';

const { clients } = words;
const ENDPOINTS = [
  'authorizationEndpoint',
  'tokenEndpoint',
  'refreshEndpoint',
  'revocationEndpoint',
  'deviceEndpoint',
  'issuer',
] as const;
const PARAMETERS = ['extraParameters', 'tokenParameters', 'refreshParameters', 'answerNames'] as const;
const CONSENTING = new Set<string>(['authorizationEndpoint', 'refreshEndpoint', 'deviceEndpoint', 'issuer']);
const INSIDE = [...ENDPOINTS, ...PARAMETERS, 'clientAuthentication', 'identity', 'projectId', 'mailHosts'];

/** Endpoints and parameters: filled by the template, open from the start where the admin has to bring them. */
export function AdvancedClientFields({
  form,
  template,
}: {
  form: UseFormReturnType<ClientFields>;
  template: ClientTemplate;
}) {
  const [open, setOpen] = useState(template.tokenEndpoint === '');
  const atFault = INSIDE.some((name) => form.errors[name] !== undefined);
  const consents = form.values.flow === 'authorization-code';
  return (
    <Disclosure label={clients.advanced} open={open || atFault} onToggle={() => setOpen(!open)}>
      <Stack gap="md">
        <Endpoints form={form} template={template} consents={consents} />
        <Textarea
          label={clients.mailHosts}
          description={[clients.mailHostsHint, ownHosts(template)].join(' ').trim()}
          autosize
          minRows={1}
          spellCheck={false}
          {...form.getInputProps('mailHosts')}
        />
        {template.provider === 'google' && (
          <TextInput
            label={clients.projectId}
            description={clients.projectIdHint}
            spellCheck={false}
            {...form.getInputProps('projectId')}
          />
        )}
        <NativeSelect
          label={clients.clientAuthentication}
          description={clients.clientAuthenticationHint}
          data={Object.entries(clients.authentications).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('clientAuthentication')}
        />
        {consents && template.leavesOpen.includes('identity') && (
          <NativeSelect
            label={clients.identity}
            description={clients.identityHint}
            data={Object.entries(clients.identities).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('identity')}
          />
        )}
        {PARAMETERS.filter(
          (name) => consents || !['extraParameters', 'refreshParameters'].includes(name),
        ).map((name) => (
          <Textarea
            key={name}
            label={clients.parameters[name]}
            description={clients.parameterHints[name]}
            autosize
            minRows={1}
            spellCheck={false}
            classNames={{ input: 'code-input' }}
            {...form.getInputProps(name)}
          />
        ))}
      </Stack>
    </Disclosure>
  );
}

function Endpoints({
  form,
  template,
  consents,
}: {
  form: UseFormReturnType<ClientFields>;
  template: ClientTemplate;
  consents: boolean;
}) {
  const unknown = template.tokenEndpoint === '' && form.values.discoveryUrl === '';
  return ENDPOINTS.filter((name) => consents || !CONSENTING.has(name)).map((name) => (
    <TextInput
      key={name}
      type={name === 'issuer' ? 'text' : 'url'}
      label={clients.endpoints[name]}
      description={clients.endpointHints[name]}
      required={unknown && (name === 'authorizationEndpoint' || name === 'tokenEndpoint')}
      spellCheck={false}
      placeholder={placeholderOf(template, name)}
      {...form.getInputProps(name)}
    />
  ));
}

function ownHosts({ mail }: ClientTemplate): string {
  if (!mail) return '';
  const hosts = [mail.imap, mail.pop, mail.smtp].map(({ host }) => host);
  return clients.mailHostsOwn([...new Set(hosts)].join(', '));
}

function placeholderOf(template: ClientTemplate, name: (typeof ENDPOINTS)[number]): string | undefined {
  return name === 'issuer' || name === 'refreshEndpoint' ? undefined : (template[name] ?? undefined);
}
