import { withFilter, withoutNarrowing } from './address.js';

it.each([
  ['', 'state', 'live', 'state=live'],
  ['state=live&sort=age', 'state', 'paused', 'state=paused&sort=age'],
  ['state=live&sort=age', 'state', '', 'sort=age'],
  ['page=3&shown=7&sort=age', 'search', 'ada', 'sort=age&search=ada'],
])('narrows ?%s to %s=%s: ?%s', (before, name, value, after) => {
  expect(withFilter(new URLSearchParams(before), name, value).toString()).toBe(after);
});

it.each([
  ['', ''],
  ['tab=activity&search=ada&state=live&sort=age&page=2&shown=3', 'tab=activity&sort=age'],
])('asks for everything again: ?%s is ?%s', (before, after) => {
  expect(withoutNarrowing(new URLSearchParams(before)).toString()).toBe(after);
});
