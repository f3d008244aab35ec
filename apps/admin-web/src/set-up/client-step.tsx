import { useRef, useState } from 'react';
import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { type Client, type ClientTemplate } from '../api/shapes.js';
import { ChangeClient } from '../clients/change-client.js';
import { type ClientFields } from '../clients/client-fields.js';
import { ProviderMark } from '../clients/provider-mark.js';
import { RegisterClient } from '../clients/register-client.js';
import { Disclosure } from '../furniture/disclosure.js';
import { words } from '../i18n/words.js';
import { ClientTrial } from './client-trial.js';
import { StepFrame } from './step-frame.js';
import { type StepProps } from './step-props.js';
import { nextStep } from './steps.js';
import { useSetUp } from './use-set-up.js';

const told = words.setUp.client;

interface ClientStepProps extends StepProps {
  readonly template: ClientTemplate;
  readonly client: Client | null;
}

/** What the provider gave is entered and registered, then tried at the provider; a wrong secret ends here, not in a week. */
export function ClientStep(props: ClientStepProps) {
  return (
    <StepFrame key={props.client?.id ?? 'new'} title={told.title} lead={props.client ? undefined : told.lead}>
      <Stack gap="lg" className="form-narrow">
        {props.client ? <Registered {...props} client={props.client} /> : <Register {...props} />}
      </Stack>
    </StepFrame>
  );
}

function Register({ template }: ClientStepProps) {
  const { at, note, go } = useSetUp();
  const [endMissing, setEndMissing] = useState(false);
  const begun = { clientId: at('app'), tenant: at('tenant'), secretExpiresAt: at('ends') };
  const type = (fields: ClientFields) => {
    const { clientId, tenant, secret, secretExpiresAt } = fields;
    setEndMissing(secret !== '' && secretExpiresAt === '');
    note({ app: clientId, tenant, ends: secretExpiresAt });
  };
  return (
    <>
      <RegisterClient
        template={template}
        begun={begun}
        brief
        submitLabel={told.register}
        onType={type}
        onRegistered={({ id }, { serviceAccountKey }) =>
          go('client', { client: id, app: '', tenant: '', ends: '', unique: uniqueIdOf(serviceAccountKey) })
        }
      />
      <div aria-live="polite">
        {endMissing && template.provider === 'microsoft' && (
          <Alert color="yellow" variant="light" icon={<IconBell aria-hidden />}>
            {told.endMissing}
          </Alert>
        )}
      </div>
    </>
  );
}

function Registered({ template, client, steps }: ClientStepProps & { client: Client }) {
  const { go } = useSetUp();
  const [open, setOpen] = useState(false);
  const [changes, setChanges] = useState(0);
  const name = useRef<HTMLParagraphElement>(null);
  return (
    <>
      <Group gap="sm">
        <ProviderMark template={template.id} />
        <Text fw={600} role="status" ref={name} tabIndex={-1} className="page-title">
          {told.registered(client.name)}
        </Text>
      </Group>
      <ClientTrial
        key={changes}
        client={client}
        onWrong={() => setOpen(true)}
        onNext={() => go(nextStep('client', steps))}
      />
      <Disclosure label={told.correct} open={open} onToggle={() => setOpen(!open)}>
        <ChangeClient
          client={client}
          template={template}
          brief
          submitLabel={told.save}
          onChanged={() => {
            setOpen(false);
            // The button that was pressed is out of sight now.
            name.current?.focus();
            setChanges(changes + 1);
          }}
        />
      </Disclosure>
    </>
  );
}

/** The number that Google knows a service account by, which its key file says; empty where it does not. */
function uniqueIdOf(serviceAccountKey: string): string {
  return /"client_id"\s*:\s*"(\d{1,40})"/.exec(serviceAccountKey)?.[1] ?? '';
}
