import { Button, Group } from '@mantine/core';
import { day, dayAndTime, moment } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { useAddressFilter, useChangeAddress, withFilter } from './address.js';

/** How fine a chart over time is. */
export type SlotSize = 'hour' | 'day';

/** How the times of a chart are written. Hours are the reader's, days are those of UTC. */
export const slotTimes = {
  hour: {
    tick: (from: string) => dayAndTime(new Date(from)),
    time: (from: string) => moment(new Date(from)),
  },
  day: { tick: (from: string) => day(new Date(from)), time: (from: string) => day(new Date(from)) },
} as const;

/** Which one the page's address asks for. */
export function useSlotSize(): SlotSize {
  return useAddressFilter('by', ['day']) ?? 'hour';
}

/** Chooses between the last two days by the hour and the last thirty by the day; the choice stands in the page's address. */
export function SlotSizeChoice() {
  const by = useSlotSize();
  const changeAddress = useChangeAddress();
  const choose = (size: SlotSize) =>
    changeAddress((old) => withFilter(old, 'by', size === 'day' ? size : ''), { preventScrollReset: true });
  return (
    <Group gap={4} role="group" aria-label={words.chart.by}>
      {(['hour', 'day'] as const).map((size) => (
        <Button
          key={size}
          size="xs"
          variant={by === size ? 'light' : 'subtle'}
          color={by === size ? 'enamel' : 'gray'}
          aria-pressed={by === size}
          onClick={() => choose(size)}
        >
          {words.chart.sizes[size]}
        </Button>
      ))}
    </Group>
  );
}
