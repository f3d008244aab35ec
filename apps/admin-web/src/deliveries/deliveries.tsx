import { Stack } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MailPages, MailTools, useMailQuest } from '../furniture/mail-list.js';
import { NextStep } from '../furniture/next-step.js';
import { words } from '../i18n/words.js';
import { allDeliveriesQuery } from './deliveries-query.js';
import { DeliveryRow } from './delivery-row.js';
import { OUTCOMES } from './outcomes.js';

const { deliveries } = words;

/** What became of the mails of an account; what is asked for stands in the address. */
export function Deliveries({ accountId, isLive }: { accountId: string; isLive: boolean }) {
  const quest = useMailQuest('outcome', OUTCOMES);
  return (
    <Stack gap="md">
      <MailTools
        label={deliveries.title}
        searchHint={deliveries.searchHint}
        name="outcome"
        show={deliveries.show}
        all={deliveries.all}
        states={OUTCOMES}
        labels={deliveries.outcomes}
      />
      <MailPages
        label={deliveries.title}
        icon={IconInbox}
        query={useInfiniteQuery(allDeliveriesQuery(accountId, quest))}
        narrowed={quest.state !== null || quest.search !== ''}
        none={
          <NextStep icon={IconInbox} title={deliveries.noneTitle}>
            {isLive ? deliveries.noneLead : deliveries.noneWhileIdle}
          </NextStep>
        }
      >
        {(delivery) => <DeliveryRow key={delivery.id} delivery={delivery} />}
      </MailPages>
    </Stack>
  );
}
