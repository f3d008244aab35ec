import { type ReactNode, useState } from 'react';
import { Group, Table, Text } from '@mantine/core';
import { figure } from '../i18n/language.js';
import { words } from '../i18n/words.js';
import { Disclosure } from './disclosure.js';
import { scaleTop } from './scale-top.js';

/** What is counted, from the bottom of the bars to their top. */
export interface ChartSeries<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly look: 'main' | 'waiting' | 'bad' | 'aside';
}

interface BarChartProps<Name extends string> {
  /** What the chart is about, for who cannot see it. */
  readonly label: string;
  readonly series: readonly ChartSeries<Name>[];
  readonly slots: readonly (Readonly<Record<Name, number>> & { readonly from: string })[];
  /** A slot's time, short below the axis and in full. */
  readonly tick: (from: string) => string;
  readonly time: (from: string) => string;
  /** A further column of the table. */
  readonly also?: { readonly label: string; readonly of: (slot: number) => ReactNode };
}

/** Bars over time, stacked. The line above says the sums, or the slot that the pointer is at; behind a button all of it is a table. */
export function BarChart<Name extends string>(props: BarChartProps<Name>) {
  const { label, series, slots, tick, time } = props;
  const [at, point] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const sums = sumsOf(slots, series);
  const pointed = at === null ? undefined : slots[at];
  const top = scaleTop(Math.max(0, ...slots.map((slot) => heightOf(slot, series))));
  const ticks = [0, Math.floor((slots.length - 1) / 2), slots.length - 1];
  return (
    <figure className="chart">
      <Group component="figcaption" gap="4px 16px" className="chart-legend">
        {series.map((each) => (
          <Text key={each.name} size="sm" span>
            <span className="chart-mark" data-look={each.look} aria-hidden />
            {words.chart.counted(each.label, (pointed ?? sums)[each.name])}
          </Text>
        ))}
        <Text size="sm" c="dimmed" span aria-hidden>
          {pointed ? time(pointed.from) : ''}
        </Text>
      </Group>
      <div className="chart-plot">
        <div className="chart-scale" aria-hidden>
          <span>{figure(top)}</span>
          <span>{figure(top / 2)}</span>
          <span>0</span>
        </div>
        <svg
          viewBox={`0 0 ${slots.length * 10} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-label={words.chart.inWords(
            label,
            series.map((each) => words.chart.counted(each.label, sums[each.name])),
          )}
          onPointerLeave={() => point(null)}
        >
          <path className="chart-line" d={`M0 0H${slots.length * 10}M0 50H${slots.length * 10}`} />
          {slots.map((slot, index) => (
            <g key={slot.from} onPointerEnter={() => point(index)} data-at={index === at || undefined}>
              <rect className="chart-slot" x={index * 10} width={10} height={100} />
              <Stack slot={slot} series={series} x={index * 10 + 1} top={top} />
            </g>
          ))}
        </svg>
        <div className="chart-ticks" aria-hidden>
          {ticks.map((index) => (
            <span key={index}>{slots[index] && tick(slots[index].from)}</span>
          ))}
        </div>
      </div>
      <Disclosure label={words.chart.table} open={open} onToggle={() => setOpen(!open)}>
        {open && <Figures {...props} />}
      </Disclosure>
    </figure>
  );
}

function Stack<Name extends string>(props: {
  slot: Readonly<Record<Name, number>>;
  series: readonly ChartSeries<Name>[];
  x: number;
  top: number;
}) {
  const { slot, series, x, top } = props;
  let below = 0;
  return series.map(({ name, look }) => {
    if (slot[name] === 0) return null;
    below += slot[name];
    return (
      <rect
        key={name}
        className="chart-bar"
        data-look={look}
        x={x}
        width={8}
        y={100 - (below / top) * 100}
        height={(slot[name] / top) * 100}
      />
    );
  });
}

function Figures<Name extends string>({ label, series, slots, time, also }: BarChartProps<Name>) {
  const busy = slots
    .map((slot, index) => ({ slot, index }))
    .filter(({ slot }) => heightOf(slot, series) > 0)
    .toReversed();
  if (busy.length === 0) return <Text c="dimmed">{words.chart.nothing}</Text>;
  return (
    <div className="chart-figures" role="region" tabIndex={0} aria-label={words.chart.tableOf(label)}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.chart.from}</Table.Th>
            {series.map((each) => (
              <Table.Th key={each.name}>{each.label}</Table.Th>
            ))}
            {also && <Table.Th>{also.label}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {busy.map(({ slot, index }) => (
            <Table.Tr key={slot.from}>
              <Table.Th scope="row" fw={400}>
                {time(slot.from)}
              </Table.Th>
              {series.map(({ name }) => (
                <Table.Td key={name}>{figure(slot[name])}</Table.Td>
              ))}
              {also && <Table.Td>{also.of(index)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function heightOf<Name extends string>(
  slot: Readonly<Record<Name, number>>,
  series: readonly ChartSeries<Name>[],
): number {
  return series.reduce((sum, { name }) => sum + slot[name], 0);
}

function sumsOf<Name extends string>(
  slots: readonly Readonly<Record<Name, number>>[],
  series: readonly ChartSeries<Name>[],
): Record<Name, number> {
  const sums = series.map(({ name }) => [name, slots.reduce((sum, slot) => sum + slot[name], 0)] as const);
  return Object.fromEntries(sums) as Record<Name, number>;
}
