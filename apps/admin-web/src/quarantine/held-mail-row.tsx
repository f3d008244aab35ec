import { ActionIcon, Anchor, Button, Text, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type HeldMail } from '../api/shapes.js';
import { Replay } from '../deliveries/replay.js';
import { MomentText } from '../furniture/moment-text.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { useOpened } from '../furniture/use-opened.js';
import { weight } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { DiscardMail } from './discard-mail.js';
import { MailPreview } from './mail-preview.js';

const { quarantine, deliveries } = words;

/** One mail that is held: what it is, why it is here, a look into it, and what can be done about it. */
export function HeldMailRow({ mail }: { mail: HeldMail }) {
  const [open, toggle] = useOpened(mail.id);
  const subject = mail.subject || deliveries.noSubject;
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={500}>{subject}</Text>
        <Text size="sm" c="dimmed">
          {mail.sender ?? deliveries.noSender} · <MomentText at={mail.receivedAt} past /> ·{' '}
          {weight(mail.size)} ·{' '}
          <Anchor component={Link} to={`/accounts/${mail.accountId}`} inherit>
            {mail.accountName}
          </Anchor>
        </Text>
      </div>
      <div className="row-side">
        {mail.hasRaw && (
          <>
            <Button
              size="xs"
              variant="default"
              aria-expanded={open}
              aria-label={quarantine.lookOf(subject)}
              onClick={toggle}
            >
              {quarantine.look}
            </Button>
            <Download id={mail.id} subject={subject} />
          </>
        )}
        <Replay id={mail.id} subject={subject} />
        <DiscardMail mail={mail} subject={subject} />
      </div>
      <div className="row-below">
        {mail.problem ? (
          <ProblemLine problem={{ code: mail.problem, params: { reason: mail.reason } }} />
        ) : (
          <Text size="sm">{quarantine.refusedWith(mail.reason ?? '')}</Text>
        )}
        {mail.attempts > 1 && (
          <Text size="sm" c="dimmed">
            {quarantine.offered(mail.attempts)}
          </Text>
        )}
        {open && <MailPreview id={mail.id} subject={subject} />}
      </div>
    </li>
  );
}

function Download({ id, subject }: { id: string; subject: string }) {
  return (
    <Tooltip label={deliveries.download}>
      <ActionIcon
        component="a"
        href={`api/deliveries/${id}/raw`}
        download
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={deliveries.downloadOf(subject)}
      >
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
