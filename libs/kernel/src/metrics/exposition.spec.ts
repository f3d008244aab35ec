import { exposition } from './exposition.js';
import { Counter, Histogram } from './meter.js';
import { Meters } from './meters.js';

it('writes a counter with HELP and TYPE, and a line for each value of its labels from the start', () => {
  const counter = new Counter(
    { name: 'mailroom_mails_total', help: 'Mails.' },
    { outcome: ['stored', 'ignored'] },
  );
  counter.add({ outcome: 'stored' }, 3);
  expect(exposition([counter.family()])).toBe(`# HELP mailroom_mails_total Mails.
# TYPE mailroom_mails_total counter
mailroom_mails_total{outcome="stored"} 3
mailroom_mails_total{outcome="ignored"} 0
`);
});

it('writes a histogram with cumulative buckets, the last one at infinity and as many as there were', () => {
  const histogram = new Histogram({ name: 'mailroom_x_seconds', help: 'X.' }, {}, [0.1, 1]);
  for (const seconds of [0.05, 0.1, 0.5, 7]) histogram.observe({}, seconds);
  expect(exposition([histogram.family()])).toBe(`# HELP mailroom_x_seconds X.
# TYPE mailroom_x_seconds histogram
mailroom_x_seconds_bucket{le="0.1"} 2
mailroom_x_seconds_bucket{le="1"} 3
mailroom_x_seconds_bucket{le="+Inf"} 4
mailroom_x_seconds_sum 7.65
mailroom_x_seconds_count 4
`);
});

it('escapes what would end a line or a value', () => {
  const samples = [{ labels: { kind: 'a"b\\c\nd' }, value: Infinity }];
  const text = exposition([{ name: 'mailroom_x', type: 'gauge', help: 'A "b" \\ c\nd', samples }]);
  expect(text.split('\n')).toEqual([
    String.raw`# HELP mailroom_x A "b" \\ c\nd`,
    '# TYPE mailroom_x gauge',
    String.raw`mailroom_x{kind="a\"b\\c\nd"} +Inf`,
    '',
  ]);
});

it('makes no series of what nobody foresaw: an address is no label', () => {
  const counter = new Counter({ name: 'mailroom_x_total', help: 'X.' }, { code: ['known'] });
  for (const code of ['ada@example.com', 'bob@example.com']) counter.add({ code });
  const { samples } = counter.family();
  expect(samples).toEqual([
    { labels: { code: 'known' }, value: 0 },
    { labels: { code: 'other' }, value: 2 },
  ]);
});

it('knows each name once, and answers in their order', () => {
  const meters = new Meters();
  meters.counter('mailroom_b_total', 'B.');
  meters.histogram('mailroom_a_seconds', 'A.');
  expect(meters.families().map(({ name }) => name)).toEqual(['mailroom_a_seconds', 'mailroom_b_total']);
  expect(() => meters.counter('mailroom_b_total', 'B.')).toThrow('mailroom_b_total');
});
