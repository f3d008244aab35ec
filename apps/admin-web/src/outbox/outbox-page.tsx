import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MailPages, MailTools, useMailQuest } from '../furniture/mail-list.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { outboxQuery, STATUSES } from './outbox-query.js';
import { OutboxRow } from './outbox-row.js';

const { outbox } = words;

/** Mail on its way out; what is asked for stands in the address. */
export function OutboxPage() {
  const quest = useMailQuest('status', STATUSES);
  return (
    <Page title={outbox.title} lead={outbox.lead}>
      <MailTools
        label={outbox.title}
        searchHint={outbox.searchHint}
        name="status"
        show={outbox.show}
        all={outbox.all}
        states={STATUSES}
        labels={outbox.statuses}
      />
      <MailPages
        label={outbox.title}
        icon={IconSend}
        query={useInfiniteQuery(outboxQuery(quest))}
        narrowed={quest.state !== null || quest.search !== ''}
        none={
          <NextStep icon={IconSend} title={outbox.noneTitle}>
            {outbox.noneLead}
          </NextStep>
        }
      >
        {(mail) => <OutboxRow key={mail.id} mail={mail} />}
      </MailPages>
    </Page>
  );
}
