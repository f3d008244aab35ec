import { useState } from 'react';
import { Card, Group, SegmentedControl, Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FetchTimeline } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { Loaded } from '../furniture/loaded.js';
import { moment, weight } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { timelineQuery } from './activity-query.js';

const { timeline } = words.activity;
const HEIGHT = 100;

/** Mails and failures over time, as bars; behind them the same as a table, for whoever reads rather than looks. */
export function Timeline({ accountId }: { accountId: string }) {
  const [by, setBy] = useState<'hour' | 'day'>('hour');
  const [open, setOpen] = useState(false);
  const query = useQuery(timelineQuery(accountId, by));
  return (
    <Card component="section" aria-label={timeline.title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{timeline.title}</Title>
          <SegmentedControl
            size="xs"
            aria-label={timeline.by}
            value={by}
            onChange={(value) => setBy(value === 'day' ? 'day' : 'hour')}
            data={[
              { value: 'hour', label: timeline.hours },
              { value: 'day', label: timeline.days },
            ]}
          />
        </Group>
        <Loaded query={query}>
          {(data) => (
            <>
              <Bars data={data} />
              <Disclosure label={timeline.table} open={open} onToggle={() => setOpen(!open)}>
                <Figures data={data} />
              </Disclosure>
            </>
          )}
        </Loaded>
      </Stack>
    </Card>
  );
}

function Bars({ data: { items, by } }: { data: FetchTimeline }) {
  const most = Math.max(1, ...items.map(({ mails }) => mails));
  const sum = items.reduce((total, { mails }) => total + mails, 0);
  const failures = items.reduce((total, item) => total + item.failures, 0);
  return (
    <svg
      viewBox={`0 0 ${items.length * 10} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={timeline.inWords(sum, failures, by === 'hour' ? timeline.hours : timeline.days)}
      className="timeline"
    >
      {items.map(({ from, mails, failures: failed }, index) => (
        <g key={from}>
          <title>{timeline.bar(moment(new Date(from)), mails, failed)}</title>
          <rect className="timeline-ground" x={index * 10} y={0} width={9} height={HEIGHT} />
          <rect
            className="timeline-mails"
            x={index * 10}
            y={HEIGHT - (mails / most) * HEIGHT}
            width={9}
            height={(mails / most) * HEIGHT}
          />
          {failed > 0 && (
            <rect className="timeline-failures" x={index * 10} y={HEIGHT - 6} width={9} height={6} />
          )}
        </g>
      ))}
    </svg>
  );
}

function Figures({ data: { items } }: { data: FetchTimeline }) {
  const busy = items.filter(({ runs }) => runs > 0).toReversed();
  return (
    <Table aria-label={timeline.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{timeline.from}</Table.Th>
          <Table.Th>{timeline.mails}</Table.Th>
          <Table.Th>{timeline.size}</Table.Th>
          <Table.Th>{timeline.failures}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {busy.map(({ from, mails, bytes, failures }) => (
          <Table.Tr key={from}>
            <Table.Td>{moment(new Date(from))}</Table.Td>
            <Table.Td>{mails.toLocaleString('en')}</Table.Td>
            <Table.Td>{weight(bytes)}</Table.Td>
            <Table.Td>{failures.toLocaleString('en')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
