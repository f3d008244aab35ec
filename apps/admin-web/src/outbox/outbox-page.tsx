import { useMemo } from 'react';
import { Stack } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { type OutboxFilter, type OutboxMail } from '../api/shapes.js';
import { useChangeAddress, withFilter } from '../furniture/address.js';
import { MailPages, MailTools, useMailQuest } from '../furniture/mail-list.js';
import { usePart } from '../furniture/missing-parts.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { type Chosen, useChosen } from '../furniture/use-chosen.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { useRunOver } from '../furniture/use-run-over.js';
import { words } from '../i18n/words.js';
import { ServerSelect } from '../servers/server-select.js';
import { ChosenActs, FittingActs } from './outbox-acts.js';
import { outboxFilter, outboxQuery, outboxSummaryQuery, STATUSES } from './outbox-query.js';
import { OutboxRow } from './outbox-row.js';
import { OutboxRunProgress } from './outbox-run.js';

const { outbox } = words;

/** Mail on its way out; what is asked for stands in the address. */
export function OutboxPage() {
  const quest = useMailQuest('status', STATUSES);
  const [address] = useSearchParams();
  const serverId = address.get('server');
  const query = useInfiniteQuery(outboxQuery(quest, serverId));
  const mails = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const chosen = useChosen(mails.map(({ id }) => id));
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
      >
        <OfServer id={serverId ?? ''} />
      </MailTools>
      <Many mails={mails} chosen={chosen} filter={outboxFilter(quest.state, quest.search, serverId)} />
      <MailPages
        label={outbox.title}
        icon={IconSend}
        query={query}
        narrowed={quest.state !== null || quest.search !== '' || serverId !== null}
        none={
          <NextStep icon={IconSend} title={outbox.noneTitle}>
            {outbox.noneLead}
          </NextStep>
        }
      >
        {(mail) => <OutboxRow key={mail.id} mail={mail} chosen={chosen} />}
      </MailPages>
    </Page>
  );
}

function OfServer({ id }: { id: string }) {
  const changeAddress = useChangeAddress();
  return (
    <ServerSelect
      label={outbox.many.server}
      empty={outbox.many.everyServer}
      value={id}
      onChange={(server) =>
        changeAddress((old) => withFilter(old, 'server', server), { preventScrollReset: true })
      }
    />
  );
}

interface ManyProps {
  readonly mails: readonly OutboxMail[];
  readonly chosen: Chosen;
  readonly filter: OutboxFilter;
}

function Many({ mails, chosen, filter }: ManyProps) {
  const queries = useQueryClient();
  const { data: summary } = usePart(outboxSummaryQuery(filter));
  // Whoever began it had the focus on a button that is gone while it goes on.
  const going = useFocusKept<HTMLDivElement>(summary !== undefined && summary.run?.state !== 'running');
  useRunOver(summary?.run, () => queries.invalidateQueries({ queryKey: ['outbox', 'pages'] }));
  return (
    <Stack gap="xs">
      {summary?.run && <OutboxRunProgress run={summary.run} going={going} />}
      {summary && chosen.ids.length === 0 && <FittingActs summary={summary} filter={filter} />}
      {mails.length > 0 && <ChosenActs mails={mails} chosen={chosen} />}
    </Stack>
  );
}
