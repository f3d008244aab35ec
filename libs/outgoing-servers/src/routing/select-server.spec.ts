import fc from 'fast-check';
import { sameAddress, type MailAddress } from '@mailroom/kernel';
import { fitOf } from './from-filter.js';
import { selectServer, type RoutableServer } from './select-server.js';
import { NO_RULES, notificationAddress, type SenderRules } from './sender-rules.js';

const NOTIFICATIONS: SenderRules = {
  ...NO_RULES,
  defaultFrom: 'notifications',
  catchallDomain: 'desk.example',
};
const jane: MailAddress = { name: 'Jane Doe', address: 'jane@desk.example' };

function server(id: string, fromFilter: string, more: Partial<RoutableServer> = {}): RoutableServer {
  return { id, name: id, fromFilter, priority: 10, isFallback: false, state: 'live', ...more };
}

describe('selectServer', () => {
  it.each<[string, RoutableServer[], SenderRules, string | null, string]>([
    ['nobody', [], NO_RULES, null, 'no-server'],
    [
      'the address before its domain',
      [server('d', 'desk.example'), server('a', 'jane@desk.example')],
      NO_RULES,
      'a',
      'address',
    ],
    ['case does not matter', [server('a', 'Jane@DESK.example')], NO_RULES, 'a', 'address'],
    ['one of several entries', [server('a', 'x@y.example, jane@desk.example')], NO_RULES, 'a', 'address'],
    [
      'the domain',
      [server('n', 'other.example'), server('d', 'x@y.example, desk.example')],
      NO_RULES,
      'd',
      'domain',
    ],
    ['a subdomain is another domain', [server('d', 'mail.desk.example')], NO_RULES, null, 'no-server'],
    [
      'the notification address',
      [server('e', ''), server('n', 'notifications@desk.example')],
      NOTIFICATIONS,
      'n',
      'notification-address',
    ],
    [
      'its domain',
      [server('e', ''), server('n', 'elsewhere.example')],
      { ...NO_RULES, defaultFrom: 'no-reply@elsewhere.example' },
      'n',
      'notification-domain',
    ],
    ['anybody', [server('e', '')], NO_RULES, 'e', 'any-sender'],
    [
      'anybody before the fallback',
      [server('f', 'x@y.example', { isFallback: true }), server('e', '')],
      NO_RULES,
      'e',
      'any-sender',
    ],
    ['the fallback', [server('f', 'x@y.example', { isFallback: true })], NO_RULES, 'f', 'fallback'],
    ['no fallback unless it is one', [server('f', 'x@y.example')], NO_RULES, null, 'no-server'],
    [
      'the lower priority number',
      [server('a', 'desk.example'), server('b', 'desk.example', { priority: 1 })],
      NO_RULES,
      'b',
      'domain',
    ],
    ['ties by name', [server('b', 'desk.example'), server('a', 'desk.example')], NO_RULES, 'a', 'domain'],
    [
      'paused ones rest',
      [server('a', 'jane@desk.example', { state: 'paused' }), server('e', '')],
      NO_RULES,
      'e',
      'any-sender',
    ],
    [
      'archived ones are history',
      [server('f', '', { state: 'archived', isFallback: true })],
      NO_RULES,
      null,
      'no-server',
    ],
    ['drafts are not ready', [server('f', '', { state: 'draft' })], NO_RULES, null, 'no-server'],
    [
      'a local part without a domain is no address',
      [server('n', 'notifications@desk.example')],
      { ...NO_RULES, defaultFrom: 'notifications' },
      null,
      'no-server',
    ],
  ])('%s', (_, servers, rules, id, reason) => {
    const route = selectServer(servers, rules, jane);
    expect([route.server?.id ?? null, route.reason]).toEqual([id, reason]);
  });

  it('leaves the sender alone where the server may send for it', () => {
    const route = selectServer([server('d', 'desk.example')], NOTIFICATIONS, jane);
    expect(route).toMatchObject({ headerFrom: jane, envelopeFrom: jane.address, replyTo: null });
  });

  it('keeps the name, changes the address and sends replies to the author', () => {
    const route = selectServer([server('n', 'notifications@desk.example')], NOTIFICATIONS, jane);
    expect(route).toMatchObject({
      headerFrom: { name: 'Jane Doe', address: 'notifications@desk.example' },
      envelopeFrom: 'notifications@desk.example',
      replyTo: jane,
    });
  });

  it('names a nameless author by the local part', () => {
    const route = selectServer([server('n', '')], NOTIFICATIONS, { name: '', address: 'bob@desk.example' });
    expect(route).toMatchObject({ headerFrom: { name: 'bob', address: 'notifications@desk.example' } });
  });

  it('has nothing to change for mail from the notification address itself', () => {
    const from = { name: 'Desk', address: 'Notifications@desk.example' };
    const route = selectServer([server('n', '')], NOTIFICATIONS, from);
    expect(route).toMatchObject({ headerFrom: from, replyTo: null });
  });

  it('lets bounces go elsewhere only where the server accepts that sender', () => {
    const rules = { ...NO_RULES, catchallDomain: 'desk.example', bounceFrom: 'bounce' };
    const [own, whole] = [server('own', 'jane@desk.example'), server('whole', 'desk.example')];
    expect(selectServer([own], rules, jane)).toMatchObject({ envelopeFrom: jane.address });
    expect(selectServer([whole], rules, jane)).toMatchObject({ envelopeFrom: 'bounce@desk.example' });
  });

  describe('with a named server', () => {
    const named = server('named', 'bulk@desk.example');

    it('asks no other', () => {
      const route = selectServer([named, server('own', jane.address)], NO_RULES, jane, 'named');
      expect(route).toMatchObject({ server: named, reason: 'named', headerFrom: jane });
    });

    it('sends as the notification address where it may only do that', () => {
      const route = selectServer(
        [server('named', 'notifications@desk.example')],
        NOTIFICATIONS,
        jane,
        'named',
      );
      expect(route).toMatchObject({ headerFrom: { address: 'notifications@desk.example' }, replyTo: jane });
    });

    it('waits for it rather than asking another', () => {
      const servers = [{ ...named, state: 'paused' as const }, server('own', jane.address)];
      expect(selectServer(servers, NO_RULES, jane, 'named')).toEqual({
        server: null,
        reason: 'named-server-unavailable',
      });
    });
  });

  it('is total, deterministic, and never sends as somebody a filter does not name', () => {
    fc.assert(
      fc.property(
        fc.array(anyServer(), { maxLength: 6 }),
        anyRules(),
        anySender(),
        (servers, rules, from) => {
          const unique = servers.map((each, index) => ({ ...each, id: `${index}` }));
          const route = selectServer(unique, rules, from);
          expect(selectServer(unique.toReversed(), rules, from)).toEqual(route);
          if (route.server === null) return;
          expect(route.server.state).toBe('live');
          const sender = route.headerFrom.address;
          const notification = notificationAddress(rules);
          expect(sameAddress(sender, from.address) || sender === notification).toBe(true);
          expect(route.replyTo).toEqual(sameAddress(sender, from.address) ? null : from);
          if (route.reason !== 'fallback') expect(fitOf(route.server.fromFilter, sender)).not.toBeNull();
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

const ADDRESSES = ['jane@desk.example', 'bob@desk.example', 'notifications@desk.example', 'eve@else.example'];

function anyServer(): fc.Arbitrary<RoutableServer> {
  return fc.record({
    id: fc.constant(''),
    name: fc.constantFrom('a', 'b'),
    fromFilter: fc
      .subarray([...ADDRESSES, 'desk.example', 'else.example'], { maxLength: 3 })
      .map((entries) => entries.join(', ')),
    priority: fc.integer({ min: 1, max: 3 }),
    isFallback: fc.boolean(),
    state: fc.constantFrom('draft', 'live', 'live', 'paused', 'archived'),
  });
}

function anyRules(): fc.Arbitrary<SenderRules> {
  return fc.record({
    defaultFrom: fc.constantFrom(null, 'notifications', 'eve@else.example'),
    catchallDomain: fc.constantFrom(null, 'desk.example'),
    bounceFrom: fc.constantFrom(null, 'bounce', 'bob@desk.example'),
    forceFrom: fc.constant(null),
    dynamicFrom: fc.constant(null),
    defaultFromFilter: fc.constant(''),
    bulkServerId: fc.constant(null),
  });
}

function anySender(): fc.Arbitrary<MailAddress> {
  return fc.record({
    name: fc.constantFrom('', 'Somebody'),
    address: fc.constantFrom(...ADDRESSES, 'x@third.example'),
  });
}
