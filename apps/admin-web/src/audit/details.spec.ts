import { detailsOf } from './details.js';

const client = { kind: 'client', id: 'c1', name: 'Desk' };
const of = (details: Parameters<typeof detailsOf>[0]['details'], subject = client) =>
  detailsOf({ details, subject });

it('says what was before what is, whatever order it came in', () => {
  expect(of({ to: 'live', from: 'draft' })).toEqual(['Before: draft', 'After: live']);
});

it.each([
  [{ fields: 'host, ratePerDay' }, 'Changed: Host, Mails a day'],
  [{ fields: 'newerThanThisPage' }, 'Changed: newerThanThisPage'],
  [{ class: 'ask-admin' }, 'Class: needs the administrator at the provider'],
  [{ interrupted: true }, 'Interrupted: yes'],
  [{ added: 1_204 }, 'Added: 1,204'],
  [{ code: 'database-busy' }, 'Because: The database is busy (database-busy)'],
  [{ code: 'XY4711' }, 'Because: XY4711'],
  [{ because: 'gone' }, 'Why: the receiver is gone'],
  [{ format: 'znuny' }, 'Format: of Znuny'],
  [{ kind: 'odoo-alias-domains' }, 'About: Alias domains of Odoo'],
])('says %j in words', (details, said) => {
  expect(of(details)).toEqual([said]);
});

it('leaves out what is not there', () => {
  expect(of({ code: null, reason: '', days: 5 })).toEqual(['Days: 5']);
});

it('reads the choices of a setting, and the instant until which a warning sleeps', () => {
  const setting = { kind: 'settings', id: 'same-mail', name: 'same-mail' };
  expect(of({ value: 'each' }, setting)).toEqual(['Now: Every mailbox takes its copy']);
  const [kind, until] = of(
    { until: '2026-03-01T10:00:00.000Z', kind: 'token-expired' },
    { kind: 'banner', id: 'c', name: 'desk@x.example' },
  );
  expect(kind).toBe('About: OAuth2 token for “…” has expired.');
  expect(until).toMatch(/^Until: \d+ \w+ 2026/);
});
