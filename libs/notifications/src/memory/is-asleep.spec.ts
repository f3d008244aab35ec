import { isAsleep } from './is-asleep.js';

const now = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-01T13:00:00Z');

it.each([
  ['before its end', { severity: 'warning' }, { until: later }, true],
  ['at its end', { severity: 'warning' }, { until: now }, false],
  ['as critical as it was', { severity: 'critical' }, { until: later, severity: 'critical' }, true],
  ['less critical than it was', { severity: 'warning' }, { until: later, severity: 'critical' }, true],
  ['more critical than it was', { severity: 'critical' }, { until: later }, false],
  ['a little further', { severity: 'warning', extent: 7 }, { until: later, extent: 4 }, true],
  ['twice as far', { severity: 'warning', extent: 8 }, { until: later, extent: 4 }, false],
  ['from one to two', { severity: 'warning', extent: 2 }, { until: later, extent: 1 }, false],
  ['from nothing to one', { severity: 'warning', extent: 1 }, { until: later, extent: 0 }, true],
] as const)('a cause %s', (_, finding, left, expected) => {
  expect(isAsleep(finding, { severity: 'warning', extent: 0, ...left }, now)).toBe(expected);
});
