import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { type OutboxMail } from '../api/shapes.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { ShowMore } from '../furniture/show-more.js';
import { words } from '../i18n/words.js';
import { outboxQuery, STATUSES } from './outbox-query.js';
import { OutboxRow } from './outbox-row.js';

const { outbox } = words;

/** Mail on its way out; the filter stands in the address. */
export function OutboxPage() {
  const status = useAddressFilter('status', STATUSES);
  return (
    <Page title={outbox.title} lead={outbox.lead}>
      <AddressFilter
        name="status"
        label={outbox.show}
        all={outbox.all}
        values={STATUSES}
        labels={outbox.statuses}
      />
      <Mails status={status} />
    </Page>
  );
}

function Mails({ status }: { status: OutboxMail['status'] | null }) {
  const query = useInfiniteQuery(outboxQuery(status));
  if (query.isError)
    return <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items) return null;
  if (items.length === 0)
    return (
      <NextStep icon={IconSend} title={status ? outbox.noneSuchTitle : outbox.noneTitle}>
        {status ? outbox.noneSuchLead : outbox.noneLead}
      </NextStep>
    );
  return (
    <>
      <Rows label={outbox.title}>
        {items.map((mail) => (
          <OutboxRow key={mail.id} mail={mail} />
        ))}
      </Rows>
      <ShowMore of={query} />
    </>
  );
}
