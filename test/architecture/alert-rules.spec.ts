import { readFileSync } from 'node:fs';
import { MailroomMetrics } from '@mailroom/plugin';
import { parse } from 'yaml';
import { anchorsOf } from '../support/markdown.js';
import { startMailroom } from '../support/mailroom.js';
import { readPromql } from '../support/promql.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

/** A metric as `/metrics` prints it: its type, and each label with the values that it has. */
interface Printed {
  readonly type: string;
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
}

const { groups } = parse(read('docs/monitoring/alerts.yaml')) as { groups: { rules: AlertRule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const expressions = rules.map(({ alert, expr }) => ({ alert, ...readPromql(expr) }));
const selectors = expressions.flatMap(({ alert, selectors: some }) =>
  some.map((selector) => ({ alert, ...selector })),
);

let families: ReadonlyMap<string, Printed>;
let series: ReadonlyMap<string, Printed>;

beforeAll(async () => {
  const mailroom = await startMailroom({ work: false });
  const printed = await mailroom.app.get(MailroomMetrics).text();
  await mailroom.stop();
  const types = new Map(
    [...printed.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => [name, type]),
  );
  families = new Map([...types].map(([name = '', type = '']) => [name, { type, labels: new Map() }]));
  series = new Map();
  for (const [, name = '', labels = ''] of printed.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm))
    addSeries(name, labels);

  function addSeries(name: string, labels: string): void {
    const family = types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
    const known = series.get(name) ?? { type: types.get(family) ?? '', labels: new Map() };
    for (const [, label = '', value = ''] of labels.matchAll(/(\w+)="([^"]*)"/g)) {
      for (const { labels: kept } of [known, families.get(family) as Printed])
        (kept as Map<string, Set<string>>).set(label, new Set([...(kept.get(label) ?? []), value]));
    }
    (series as Map<string, Printed>).set(name, known);
  }
});

describe('the alert rules', () => {
  it('are PromQL, by the grammar of Prometheus', () => {
    expect(expressions.length).toBeGreaterThan(10);
    expect(expressions.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(readPromql('max(mailroom_up) <').faults).toHaveLength(1);
    expect(readPromql('max(mailroom_up[5m)').faults.length).toBeGreaterThan(0);
  });

  it('ask for metrics, labels and values that /metrics prints', () => {
    expect(expressions.filter(({ selectors: some }) => some.length === 0)).toEqual([]);
    expect(selectors.filter(({ metric }) => !series.has(metric))).toEqual([]);
    const asked = selectors.flatMap(({ alert, metric, asked: some }) =>
      some.map(({ label, value }) => ({ alert, metric, label, value })),
    );
    expect(asked.length).toBeGreaterThan(3);
    expect(
      asked.filter(({ metric, label, value }) => !series.get(metric)?.labels.get(label)?.has(value)),
    ).toEqual([]);
  });

  it('take the rate of what counts up, and of nothing else', () => {
    const counts = ({ metric }: { metric: string }) => series.get(metric)?.type !== 'gauge';
    expect(selectors.filter((selector) => selector.isRange !== counts(selector))).toEqual([]);
  });

  it('group by labels that there are', () => {
    for (const { selectors: some, grouping } of expressions)
      for (const { metric } of some)
        expect(grouping.filter((label) => !series.get(metric)?.labels.has(label))).toEqual([]);
  });

  it('wait for a time, have a severity and say what is wrong, with functions that templates have', () => {
    for (const rule of rules) {
      expect(rule).toMatchObject({
        alert: expect.stringMatching(/^Mailroom[A-Z]\w+$/),
        for: expect.stringMatching(/^\d+[smhd]$/),
        labels: { severity: expect.stringMatching(/^(critical|warning)$/) },
        annotations: { summary: expect.stringMatching(/^(\{\{ \$value \}\}|[A-Z])/) },
      });
      const held = [...rule.annotations.summary.matchAll(/\{\{(.*?)\}\}/g)].map(([, inside]) =>
        inside?.trim(),
      );
      expect(
        held.filter((inside) => !['$value', '$value | humanizeDuration'].includes(inside ?? '')),
      ).toEqual([]);
    }
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  it('lead to an entry of the runbook each', () => {
    const anchors = anchorsOf(read('docs/runbook.md'));
    const astray = rules.filter(({ annotations }) => {
      const [page, anchor = ''] = annotations.runbook.split('#');
      return page !== 'docs/runbook.md' || !anchors.has(anchor);
    });
    expect(astray.map(({ alert }) => alert)).toEqual([]);
  });
});

describe('the table of metrics', () => {
  it('has each that /metrics prints, with its labels, and no other', () => {
    const [, section = ''] = /^## Metrics\n([\s\S]+?)^## /m.exec(read('docs/operations.md')) ?? [];
    const cells = [...section.matchAll(/^\| (`.+?`) +\|/gm)].map(([, cell = '']) => cell);
    const told = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    const printed = [...families].map(([name, { labels }]) => {
      const own = [...labels.keys()].filter((label) => label !== 'le');
      return own.length > 0 ? `${name}{${own.join(',')}}` : name;
    });
    expect(told.toSorted()).toEqual(printed.toSorted());
  });
});
