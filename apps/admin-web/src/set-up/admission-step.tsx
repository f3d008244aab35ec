import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type components } from '../api/schema.gen.js';
import { type Client } from '../api/shapes.js';
import { CopyField } from '../furniture/copy-field.js';
import { CopyText } from '../furniture/copy-text.js';
import { Loaded } from '../furniture/loaded.js';
import { OutwardButton } from '../furniture/outward-button.js';
import { DocLink } from '../furniture/problem-code.js';
import { words } from '../i18n/words.js';
import { StepFrame } from './step-frame.js';
import { type StepProps } from './step-props.js';
import { nextStep } from './steps.js';
import { useNoted, useSetUp } from './use-set-up.js';

type Admission = components['schemas']['Admission'];

const told = words.setUp.admission;
const ADMIN_CONSOLE = 'https://admin.google.com/ac/owl/domainwidedelegation';
const PAUSE_MS = 250;

/** What an administrator of the provider pastes before the client may open mailboxes in its own name. */
export function AdmissionStep({ client, steps }: StepProps & { client: Client }) {
  const { go } = useSetUp();
  const [address, typeAddress] = useNoted('address');
  const [object, typeObject] = useNoted('object');
  const [known] = useDebouncedValue(`${address.trim()}\n${object.trim()}`, PAUSE_MS);
  const [mailbox = '', objectId = ''] = known.split('\n');
  const admission = useQuery({
    queryKey: ['clients', client.id, 'admission', known],
    queryFn: () => admissionOf(client.id, mailbox, objectId),
    placeholderData: keepPreviousData,
  });
  return (
    <StepFrame title={told.title} lead={told.lead}>
      <Stack gap="lg" className="form-narrow">
        <Loaded query={admission}>
          {({ adminConsentUrl, commands, delegation }) => (
            <>
              {adminConsentUrl !== null && (
                <CopyField label={told.consent} description={told.consentHint} value={adminConsentUrl} />
              )}
              {commands.length > 0 && (
                <>
                  <TextInput
                    type="email"
                    label={told.mailbox}
                    description={told.mailboxHint}
                    value={address}
                    onChange={({ currentTarget }) => typeAddress(currentTarget.value)}
                  />
                  <TextInput
                    label={told.objectId}
                    description={told.objectIdHint}
                    spellCheck={false}
                    value={object}
                    onChange={({ currentTarget }) => typeObject(currentTarget.value)}
                  />
                  <CopyText label={told.commands} lead={told.commandsLead} text={commands.join('\n')} />
                </>
              )}
              {delegation && <Delegation delegation={delegation} />}
            </>
          )}
        </Loaded>
        <Group>
          <Button onClick={() => go(nextStep('admission', steps), { address, object })}>{told.next}</Button>
        </Group>
        <Text size="sm" c="dimmed">
          <DocLink page={commandsPage(client)} />
        </Text>
      </Stack>
    </StepFrame>
  );
}

function admissionOf(id: string, mailbox: string, objectId: string): Promise<Admission> {
  const query = { ...(mailbox !== '' && { mailbox }), ...(objectId !== '' && { objectId }) };
  return answer(api.GET('/api/clients/{id}/admission', { params: { path: { id }, query } }));
}

function commandsPage({ flow }: Client): string {
  return flow === 'jwt-bearer'
    ? 'providers/google-service-account.md'
    : 'providers/microsoft-365-app-only.md';
}

function Delegation({ delegation: { scope } }: { delegation: NonNullable<Admission['delegation']> }) {
  const { at, note } = useSetUp();
  return (
    <>
      <Text>{told.delegation}</Text>
      {at('unique') !== '' && <CopyField label={told.uniqueId} value={at('unique')} />}
      {at('unique') === '' && (
        <TextInput
          label={told.uniqueId}
          description={told.uniqueIdHint}
          inputMode="numeric"
          defaultValue=""
          onBlur={({ currentTarget }) => note({ unique: currentTarget.value.replace(/\D/g, '') })}
        />
      )}
      <CopyField label={told.scope} value={scope} />
      <Group>
        <OutwardButton href={ADMIN_CONSOLE} label={told.console} />
      </Group>
    </>
  );
}
