import { Stack } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type QuarantineFilter } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { Page } from '../furniture/page.js';
import { Rows } from '../furniture/rows.js';
import { ShowMore } from '../furniture/show-more.js';
import { useTimeOrder } from '../furniture/time-order.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { useRunOver } from '../furniture/use-run-over.js';
import { words } from '../i18n/words.js';
import { HeldMailRow } from './held-mail-row.js';
import { QuarantineActs } from './quarantine-acts.js';
import { QuarantineFilters } from './quarantine-filters.js';
import { quarantineQuery, quarantineSummaryQuery } from './quarantine-query.js';
import { QuarantineRunProgress } from './quarantine-run.js';
import { useQuarantineFilter } from './use-quarantine-filter.js';

const { quarantine } = words;

/** What the helpdesk could not take or would not have, over all accounts; the filters stand in the address. */
export function QuarantinePage() {
  const filter = useQuarantineFilter();
  const queries = useQueryClient();
  const summary = useQuery(quarantineSummaryQuery(filter));
  // Whoever began it had the focus on a button that is gone while it goes on.
  const going = useFocusKept<HTMLDivElement>(
    summary.data !== undefined && summary.data.run?.state !== 'running',
  );
  useRunOver(summary.data?.run, () => queries.invalidateQueries({ queryKey: ['quarantine', 'pages'] }));
  return (
    <Page title={quarantine.title} lead={quarantine.lead}>
      <Loaded query={summary}>
        {(figures) => (
          <Stack gap="md">
            <QuarantineFilters summary={figures} filter={filter} />
            {figures.run && <QuarantineRunProgress run={figures.run} going={going} />}
            {figures.total > 0 && <QuarantineActs summary={figures} filter={filter} />}
          </Stack>
        )}
      </Loaded>
      <Mails filter={filter} />
    </Page>
  );
}

function Mails({ filter }: { filter: QuarantineFilter }) {
  const query = useInfiniteQuery(quarantineQuery(filter, useTimeOrder()));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Nothing narrowed={Object.keys(filter).length > 1} />;
        return (
          <>
            <Rows label={quarantine.title}>
              {items.map((mail) => (
                <HeldMailRow key={mail.id} mail={mail} />
              ))}
            </Rows>
            <ShowMore of={query} />
          </>
        );
      }}
    </Loaded>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  if (narrowed) return <NothingFits icon={IconShieldCheck} />;
  return (
    <NextStep icon={IconShieldCheck} title={quarantine.noneTitle}>
      {quarantine.noneLead}
    </NextStep>
  );
}
