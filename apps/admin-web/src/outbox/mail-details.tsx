import { Text } from '@mantine/core';
import { type OutboxMail } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { useOpened } from '../furniture/use-opened.js';
import { words } from '../i18n/words.js';
import { RawMail } from './raw-mail.js';
import { RecipientList } from './recipient-list.js';
import { SentCopy } from './sent-copy.js';

const { outbox } = words;

/** What became of a mail, recipient by recipient, and the mail itself. */
export function MailDetails({ mail }: { mail: OutboxMail }) {
  const [open, toggle] = useOpened(mail.id);
  const { recipients, messageId, interruptions, unanswered } = mail;
  const twice = interruptions + unanswered;
  return (
    <Disclosure label={outbox.details(recipients.length)} open={open} onToggle={toggle}>
      <RecipientList recipients={recipients} />
      <SentCopy mail={mail} />
      {twice > 0 && <Text size="sm">{outbox.maybeTwice(twice)}</Text>}
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {outbox.messageId} {messageId}
      </Text>
      <RawMail mail={mail} />
    </Disclosure>
  );
}
