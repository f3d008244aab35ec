import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { mailFlowQuery } from '../api/queries.js';
import { BarChart, type ChartSeries } from '../furniture/bar-chart.js';
import { Loaded } from '../furniture/loaded.js';
import { SlotSizeChoice, slotTimes, useSlotSize } from '../furniture/slot-size.js';
import { words } from '../i18n/words.js';

const { flow } = words.overview;

const IN: readonly ChartSeries<'stored' | 'held' | 'aside'>[] = [
  { name: 'stored', label: flow.stored, look: 'main' },
  { name: 'held', label: flow.held, look: 'waiting' },
  { name: 'aside', label: flow.aside, look: 'aside' },
];
const OUT: readonly ChartSeries<'sent' | 'failed'>[] = [
  { name: 'sent', label: flow.sent, look: 'main' },
  { name: 'failed', label: flow.failed, look: 'bad' },
];

/** Mail in and out over time, by what became of it. */
export function MailFlow() {
  const by = useSlotSize();
  const query = useQuery(mailFlowQuery(by));
  return (
    <Stack component="section" gap="sm" aria-label={flow.title}>
      <Group justify="space-between">
        <Title order={2}>{flow.title}</Title>
        <SlotSizeChoice />
      </Group>
      <Loaded query={query}>
        {/* The former answer stays in view while the other span is asked for: its own `by` says how to write it. */}
        {({ items, by: shown }) => (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Card>
              <Title order={3} size="h4" mb="xs">
                {flow.in}
              </Title>
              <BarChart label={flow.in} series={IN} slots={items} {...slotTimes[shown]} />
            </Card>
            <Card>
              <Title order={3} size="h4" mb="xs">
                {flow.out}
              </Title>
              <BarChart label={flow.out} series={OUT} slots={items} {...slotTimes[shown]} />
            </Card>
          </SimpleGrid>
        )}
      </Loaded>
      {by === 'day' && (
        <Text size="sm" c="dimmed">
          {flow.utc}
        </Text>
      )}
    </Stack>
  );
}
