import { Card, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BarChart, type ChartSeries } from '../furniture/bar-chart.js';
import { Loaded } from '../furniture/loaded.js';
import { SlotSizeChoice, slotTimes, useSlotSize } from '../furniture/slot-size.js';
import { weight } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { timelineQuery } from './activity-query.js';

const { timeline } = words.activity;

const SERIES: readonly ChartSeries<'mails' | 'failures'>[] = [
  { name: 'mails', label: timeline.mails, look: 'main' },
  { name: 'failures', label: timeline.failures, look: 'bad' },
];

/** Mails and failures of an account over time. */
export function Timeline({ accountId }: { accountId: string }) {
  const by = useSlotSize();
  const query = useQuery(timelineQuery(accountId, by));
  return (
    <Card component="section" aria-label={timeline.title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{timeline.title}</Title>
          <SlotSizeChoice />
        </Group>
        <Loaded query={query}>
          {({ items, by: shown }) => (
            <BarChart
              label={timeline.title}
              series={SERIES}
              slots={items}
              {...slotTimes[shown]}
              also={{ label: timeline.size, of: (slot) => weight(items[slot]?.bytes ?? 0) }}
            />
          )}
        </Loaded>
      </Stack>
    </Card>
  );
}
