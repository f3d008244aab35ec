import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tokenQuery } from '../api/queries.js';
import { MailboxForm } from '../connect/mailbox-form.js';
import { type ConnectedMailbox } from '../connect/mailbox-result.js';
import { Loaded } from '../furniture/loaded.js';
import { words } from '../i18n/words.js';
import { StepFrame } from './step-frame.js';
import { type StepProps } from './step-props.js';
import { nextStep } from './steps.js';
import { useSetUp } from './use-set-up.js';

const told = words.setUp.mailbox;

/** Both directions of the mailbox come into being together. */
export function MailboxStep({ steps, choice, template }: StepProps) {
  const { at, go } = useSetUp();
  const token = useQuery({ ...tokenQuery(at('token')), enabled: at('token') !== '' });
  const address = at('address').trim() || null;
  const goOn = ({ accountId, serverId }: ConnectedMailbox) =>
    go(nextStep('mailbox', steps), { account: accountId ?? '', server: serverId ?? '' });
  const common = { template: template ?? undefined, onConnected: goOn };
  return (
    <StepFrame title={told.title} lead={told.lead}>
      <Stack gap="lg" className="form-narrow">
        {at('account') + at('server') !== '' && (
          <Group gap="sm">
            <Text size="sm">{told.exists}</Text>
            <Button size="xs" onClick={() => go(nextStep('mailbox', steps))}>
              {words.setUp.goOn}
            </Button>
          </Group>
        )}
        {choice.template === null ? (
          <MailboxForm token={null} mailbox={address} {...common} />
        ) : (
          <Loaded query={token}>
            {(loaded) => <MailboxForm token={loaded} mailbox={typedFor(loaded, address)} {...common} />}
          </Loaded>
        )}
      </Stack>
    </StepFrame>
  );
}

// Who signed in counts, not whom somebody expected; an application is nobody.
function typedFor({ clientFlow }: { clientFlow: string }, address: string | null): string | null {
  return clientFlow === 'client-credentials' ? address : null;
}
