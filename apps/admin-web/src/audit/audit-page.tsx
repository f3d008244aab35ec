import { type ComponentProps } from 'react';
import { Button } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type AuditEvent } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { Page } from '../furniture/page.js';
import { Rows } from '../furniture/rows.js';
import { ShowMore } from '../furniture/show-more.js';
import { useTimeOrder } from '../furniture/time-order.js';
import { words } from '../i18n/words.js';
import { AuditFilters } from './audit-filters.js';
import { type AuditFilter, useAuditFilter } from './audit-filter.js';
import { auditQuery, exportAddress } from './audit-query.js';
import { AuditRow } from './audit-row.js';

const { audit } = words;

/** Who did what to credentials and settings; the filter stands in the address. */
export function AuditPage() {
  const { filter, change, clear } = useAuditFilter();
  return (
    <Page title={audit.title} lead={audit.lead} actions={<Exports filter={filter} />}>
      <AuditFilters filter={filter} change={change} clear={clear} />
      <Events filter={filter} narrow={change} />
    </Page>
  );
}

function Exports({ filter }: { filter: AuditFilter }) {
  return (['csv', 'jsonl'] as const).map((format) => (
    <Button
      key={format}
      component="a"
      href={exportAddress(filter, format)}
      download
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {format === 'csv' ? audit.exportCsv : audit.exportJsonl}
    </Button>
  ));
}

function Events({ filter, narrow }: { filter: AuditFilter; narrow: (parts: AuditFilter) => void }) {
  const query = useInfiniteQuery(auditQuery(filter, useTimeOrder()));
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <Found events={pages.flatMap(({ items }) => items)} query={query} filter={filter} narrow={narrow} />
      )}
    </Loaded>
  );
}

interface FoundProps {
  readonly events: readonly AuditEvent[];
  readonly query: ComponentProps<typeof ShowMore>['of'];
  readonly filter: AuditFilter;
  readonly narrow: (parts: AuditFilter) => void;
}

function Found({ events, query, filter, narrow }: FoundProps) {
  if (events.length === 0)
    return Object.keys(filter).length > 0 ? (
      <NothingFits icon={IconHistory} />
    ) : (
      <NextStep icon={IconHistory} title={audit.noneTitle}>
        {audit.noneLead}
      </NextStep>
    );
  return (
    <>
      <Rows label={audit.title}>
        {events.map((event) => (
          <AuditRow key={event.id} event={event} narrow={narrow} />
        ))}
      </Rows>
      <ShowMore of={query} />
    </>
  );
}
