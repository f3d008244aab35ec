import { Stack, Text } from '@mantine/core';
import { type OutboxMail } from '../api/shapes.js';
import { StateBadge, type Tone } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

type Recipient = OutboxMail['recipients'][number];

const { outbox } = words;

const TONES: Record<Recipient['state'], Tone> = {
  waiting: 'waiting',
  deferred: 'waiting',
  delay: 'waiting',
  accepted: 'good',
  delivered: 'good',
  disposition: 'good',
  refused: 'bad',
  bounce: 'bad',
  complaint: 'bad',
  cancelled: 'idle',
};

/** Everybody a mail is for, and the last word about each: the server's, or that of a report. */
export function RecipientList({ recipients }: { recipients: readonly Recipient[] }) {
  return (
    <Stack component="ul" gap={6} m={0} p={0} pb="xs" style={{ listStyle: 'none' }}>
      {recipients.map(({ address, state, reply }) => (
        <li key={address}>
          {address} <StateBadge tone={TONES[state]}>{outbox.recipientStates[state]}</StateBadge>
          {reply !== null && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {reply}
            </Text>
          )}
        </li>
      ))}
    </Stack>
  );
}
