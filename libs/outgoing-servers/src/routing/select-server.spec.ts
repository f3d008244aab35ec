import fc from 'fast-check';
import { domainOf, sameAddress, type MailAddress } from '@mailroom/kernel';
import { fitOf } from './from-filter.js';
import { explainRoute } from './explain-route.js';
import { NO_WISH, selectServer, type RoutableServer, type Wish } from './select-server.js';
import { forcedAddress, NO_RULES, notificationAddress, type SenderRules } from './sender-rules.js';

const NOTIFICATIONS: SenderRules = {
  ...NO_RULES,
  defaultFrom: 'notifications',
  catchallDomain: 'desk.example',
};
const FIRST_OF_ALL: SenderRules = { ...NO_RULES, firstServerStandsIn: true };
const NAMED: Wish = { ...NO_WISH, named: 'named' };
const BULK: Wish = { ...NO_WISH, bulk: true };
const BY_JANE: Wish = { ...NO_WISH, author: 'jane' };
const jane: MailAddress = { name: 'Jane Doe', address: 'jane@desk.example' };

function server(id: string, fromFilter: string, more: Partial<RoutableServer> = {}): RoutableServer {
  return {
    id,
    name: id,
    fromFilter,
    priority: 10,
    purpose: 'transactional',
    ownerId: null,
    ownerName: '',
    isFallback: false,
    state: 'live',
    ...more,
  };
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
    ['a pattern', [server('d', 'desk.example'), server('p', 'ja*@desk.example')], NO_RULES, 'p', 'pattern'],
    ['a subdomain that a pattern names', [server('d', '*.example')], NO_RULES, 'd', 'domain'],
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
      'the first of them, where the policy says so',
      [server('z', 'x@y.example'), server('y', 'y.example', { priority: 1 })],
      FIRST_OF_ALL,
      'y',
      'first-server',
    ],
    [
      'the fallback before the first of them',
      [server('a', 'x@y.example'), server('f', 'x@y.example', { isFallback: true })],
      FIRST_OF_ALL,
      'f',
      'fallback',
    ],
    [
      'never the first that is somebody’s own, for bulk mail or not live',
      [
        server('own', 'x@y.example', { ownerId: 'jane', priority: 1 }),
        server('news', 'x@y.example', { purpose: 'bulk', priority: 1 }),
        server('resting', 'x@y.example', { state: 'paused', priority: 1 }),
      ],
      FIRST_OF_ALL,
      null,
      'no-server',
    ],
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

  it('writes as the notification address through the first of them', () => {
    const rules = { ...NOTIFICATIONS, firstServerStandsIn: true };
    expect(selectServer([server('first', 'x@y.example')], rules, jane)).toMatchObject({
      headerFrom: { name: 'Jane Doe', address: 'notifications@desk.example' },
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
      const route = selectServer([named, server('own', jane.address)], NO_RULES, jane, NAMED);
      expect(route).toMatchObject({ server: named, reason: 'named', headerFrom: jane });
    });

    it('sends as the notification address where it may only do that', () => {
      const route = selectServer([server('named', 'notifications@desk.example')], NOTIFICATIONS, jane, NAMED);
      expect(route).toMatchObject({ headerFrom: { address: 'notifications@desk.example' }, replyTo: jane });
    });

    it('waits for it rather than asking another', () => {
      const servers = [{ ...named, state: 'paused' as const }, server('own', jane.address)];
      expect(selectServer(servers, NO_RULES, jane, NAMED)).toEqual({
        server: null,
        reason: 'named-server-unavailable',
      });
    });
  });

  it('does not take the name off an own mailbox, whatever the alphabet', () => {
    const from = { name: '田中', address: '田中@xn--fsqu00a.example' };
    const route = selectServer([server('u', '田中@xn--fsqu00a.example')], NO_RULES, from);
    expect(route).toMatchObject({ reason: 'address', headerFrom: from, envelopeFrom: from.address });
  });

  describe('with an address that the policy forces', () => {
    const rules = { ...NO_RULES, catchallDomain: 'desk.example', forceFrom: 'helpdesk' };
    const servers = [server('jane', 'jane@desk.example'), server('desk', 'helpdesk@desk.example')];

    it('sends everything as that address', () => {
      expect(selectServer(servers, rules, jane)).toMatchObject({
        server: { id: 'desk' },
        reason: 'address',
        standIn: 'forced',
        headerFrom: { name: 'Jane Doe', address: 'helpdesk@desk.example' },
        envelopeFrom: 'helpdesk@desk.example',
        replyTo: jane,
      });
    });

    it('keeps it at a named server, at one that takes anybody and at the fallback', () => {
      for (const [fits, wish] of [
        [server('named', ''), NAMED],
        [server('any', ''), NO_WISH],
        [server('fallback', 'x@y.example', { isFallback: true }), NO_WISH],
      ] as const)
        expect(selectServer([fits], rules, jane, wish)).toMatchObject({
          headerFrom: { address: 'helpdesk@desk.example' },
        });
    });

    it('forces strangers only where that is what the policy says', () => {
      const dynamic = { ...NO_RULES, catchallDomain: 'desk.example', dynamicFrom: 'relay' };
      const all = [server('any', '')];
      const guest = { name: 'Guest', address: 'guest@else.example' };
      expect(selectServer(all, dynamic, guest)).toMatchObject({
        headerFrom: { name: 'Guest', address: 'relay@desk.example' },
        standIn: 'forced',
        replyTo: guest,
      });
      expect(selectServer(all, dynamic, jane)).toMatchObject({ headerFrom: jane, standIn: null });
    });
  });

  describe('with a default filter', () => {
    const rules = { ...NOTIFICATIONS, bounceFrom: 'bounce', defaultFromFilter: 'desk.example' };
    const any = server('any', '');

    it('lets a server that takes anybody send as those, and as nobody else', () => {
      expect(selectServer([any], rules, jane)).toMatchObject({
        reason: 'any-sender',
        headerFrom: jane,
        envelopeFrom: 'bounce@desk.example',
      });
      const guest = { name: 'Guest', address: 'guest@else.example' };
      expect(selectServer([any], rules, guest)).toMatchObject({
        headerFrom: { name: 'Guest', address: 'notifications@desk.example' },
        standIn: 'notification',
      });
    });

    it('lets no bounce address through that it does not list', () => {
      const route = selectServer([any], { ...rules, defaultFromFilter: jane.address }, jane);
      expect(route).toMatchObject({ envelopeFrom: jane.address });
    });
  });

  describe("with somebody's own server", () => {
    const own = server('own', 'jane@desk.example', { ownerId: 'jane', priority: 99 });
    const shared = server('shared', 'jane@desk.example');

    it('prefers it for its owner, and uses it for nobody else', () => {
      expect(selectServer([own, shared], NO_RULES, jane, BY_JANE)).toMatchObject({ server: { id: 'own' } });
      expect(selectServer([own, shared], NO_RULES, jane)).toMatchObject({ server: { id: 'shared' } });
      const bob = { ...NO_WISH, author: 'bob' };
      expect(selectServer([own], NO_RULES, jane, bob)).toEqual({ server: null, reason: 'no-server' });
    });

    it('takes it for what its filter lists alone: it stands in for nobody and catches nothing', () => {
      const wide = { ...own, fromFilter: '', isFallback: true };
      expect(selectServer([wide], NO_RULES, jane, BY_JANE)).toMatchObject({ reason: 'no-server' });
      const notifies = { ...own, fromFilter: 'notifications@desk.example' };
      expect(selectServer([notifies], NOTIFICATIONS, jane, BY_JANE)).toMatchObject({ reason: 'no-server' });
    });

    it('cannot be named by anybody else', () => {
      const wish = { ...NO_WISH, named: 'own' };
      expect(selectServer([own], NO_RULES, jane, wish)).toMatchObject({ reason: 'named-server-personal' });
      expect(selectServer([own], NO_RULES, jane, { ...wish, author: 'jane' })).toMatchObject({
        reason: 'named',
      });
    });
  });

  describe('where authors write under their own address', () => {
    const rules = { ...NOTIFICATIONS, bounceFrom: 'bounce', authorsOwnAddress: true };
    const desk: MailAddress = { name: 'Support', address: 'support@desk.example' };
    const support = server('support', 'support@desk.example');
    const own = server('own', 'jane@desk.example, desk.example', { ownerId: 'jane', ownerName: 'Jane Doe' });

    it('lets an author with a live server leave under its address, with replies to where the mail was from', () => {
      expect(selectServer([support, own], rules, desk, BY_JANE)).toEqual({
        server: own,
        reason: 'authors-own',
        standIn: 'authors-own',
        headerFrom: jane,
        envelopeFrom: jane.address,
        replyTo: desk,
      });
      expect(selectServer([support, own], rules, jane, BY_JANE)).toMatchObject({
        standIn: null,
        headerFrom: jane,
        replyTo: null,
      });
    });

    it('keeps the one of several mailboxes that the author writes from', () => {
      const first = server('first', 'j@desk.example', { ownerId: 'jane', priority: 1 });
      expect(selectServer([first, own], rules, jane, BY_JANE)).toMatchObject({ server: { id: 'own' } });
      expect(selectServer([first, own], rules, desk, BY_JANE)).toMatchObject({ server: { id: 'first' } });
    });

    it.each<[string, RoutableServer, SenderRules, Wish]>([
      ['nobody in particular writes', own, rules, NO_WISH],
      ['somebody else writes', own, rules, { ...NO_WISH, author: 'bob' }],
      ['the policy does not say so', { ...own, fromFilter: 'jane@desk.example' }, NOTIFICATIONS, BY_JANE],
      ['the mail asks for a server', own, rules, { ...BY_JANE, named: 'support' }],
      ['it is bulk mail', own, rules, { ...BY_JANE, bulk: true, author: 'bob' }],
      ['it is put away', { ...own, state: 'archived' }, rules, BY_JANE],
      ['its filter lists no whole address', { ...own, fromFilter: 'else.example' }, rules, BY_JANE],
      ['the policy forces an address', own, { ...rules, forceFrom: 'support' }, NO_WISH],
    ])('leaves it at that where %s', (_, theirs, policy, wish) => {
      expect(selectServer([support, theirs], policy, desk, wish)).toMatchObject({
        server: { id: 'support' },
      });
    });
  });

  describe('with a bulk server', () => {
    const news = server('news', '', { purpose: 'bulk' });
    const desk = server('desk', 'desk.example');

    it('keeps other mail away from it, unless it is named', () => {
      expect(selectServer([news], NO_RULES, jane)).toMatchObject({ reason: 'no-server' });
      const named = { ...NO_WISH, named: 'news' };
      expect(selectServer([news], NO_RULES, jane, named)).toMatchObject({
        reason: 'named',
        headerFrom: jane,
      });
    });

    it('sends bulk mail through it, and through others only where there is none', () => {
      expect(selectServer([news, desk], NO_RULES, jane, BULK)).toMatchObject({ server: { id: 'news' } });
      expect(selectServer([desk], NO_RULES, jane, BULK)).toMatchObject({ server: { id: 'desk' } });
    });

    it('waits for the one that the policy names', () => {
      const rules = { ...NO_RULES, bulkServerId: 'desk' };
      expect(selectServer([news, desk], rules, jane, BULK)).toMatchObject({ reason: 'bulk-server' });
      expect(selectServer([news, { ...desk, state: 'paused' }], rules, jane, BULK)).toEqual({
        server: null,
        reason: 'bulk-server-unavailable',
      });
    });
  });

  it('can say of every server why it sends or does not', () => {
    const servers = [
      server('first', 'jane@desk.example'),
      server('second', 'desk.example'),
      server('elsewhere', 'else.example'),
      server('resting', '', { state: 'paused' }),
      server('bobs', 'jane@desk.example', { ownerId: 'bob' }),
      server('news', '', { purpose: 'bulk' }),
    ];
    const standings = (wish: Wish) => {
      const route = selectServer(servers, NO_RULES, jane, wish);
      return explainRoute(servers, route, jane.address, wish).map(({ standing }) => standing);
    };
    expect(standings(NO_WISH)).toEqual([
      'chosen',
      'comes-later',
      'does-not-fit',
      'not-live',
      'personal',
      'bulk',
    ]);
    expect(standings({ ...NO_WISH, named: 'second' })).toEqual([
      'not-asked',
      'chosen',
      'not-asked',
      'not-live',
      'personal',
      'bulk',
    ]);
  });

  it("is total, deterministic, sends as nobody a filter does not name and through nobody else's server", () => {
    fc.assert(
      fc.property(
        fc.array(anyServer(), { maxLength: 6 }),
        anyRules(),
        anySender(),
        anyWish(),
        (servers, rules, from, wish) => {
          const unique = servers.map((each, index) => ({ ...each, id: `${index}` }));
          const route = selectServer(unique, rules, from, wish);
          expect(selectServer(unique.toReversed(), rules, from, wish)).toEqual(route);
          if (route.server === null) return;
          const { server: chosen, reason, headerFrom } = route;
          expect(chosen.state).toBe('live');
          expect([null, wish.author]).toContain(chosen.ownerId);
          if (chosen.purpose === 'bulk') expect(wish.bulk || wish.named === chosen.id).toBe(true);
          if (wish.named !== null) expect(chosen.id).toBe(wish.named);
          const forced = forcedAddress(rules, domainOf(from.address));
          const own = reason === 'authors-own' ? headerFrom.address : null;
          if (own !== null)
            expect([chosen.ownerId, fitOf(chosen.fromFilter, own)]).toEqual([wish.author, 'address']);
          const may = [from.address, forced ?? notificationAddress(rules), own];
          expect(may.some((each) => each !== null && sameAddress(each, headerFrom.address))).toBe(true);
          expect(route.replyTo).toEqual(sameAddress(headerFrom.address, from.address) ? null : from);
          expect(route.standIn === null).toBe(route.replyTo === null);
          const insisted = ['fallback', 'first-server', 'named', 'bulk-server'].includes(reason);
          if (!insisted) expect(fitOf(chosen.fromFilter, headerFrom.address)).not.toBeNull();
          const bounces = !sameAddress(route.envelopeFrom, headerFrom.address);
          if (bounces) expect(fitOf(chosen.fromFilter, route.envelopeFrom)).not.toBeNull();
        },
      ),
      { numRuns: 3_000 },
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
    purpose: fc.constantFrom('transactional', 'transactional', 'bulk'),
    ownerId: fc.constantFrom(null, null, 'jane', 'bob'),
    ownerName: fc.constantFrom('', 'Their name'),
    isFallback: fc.boolean(),
    state: fc.constantFrom('draft', 'live', 'live', 'paused', 'archived'),
  });
}

function anyRules(): fc.Arbitrary<SenderRules> {
  return fc.record({
    defaultFrom: fc.constantFrom(null, 'notifications', 'eve@else.example'),
    catchallDomain: fc.constantFrom(null, 'desk.example'),
    bounceFrom: fc.constantFrom(null, 'bounce', 'bob@desk.example'),
    forceFrom: fc.constantFrom(null, null, null, 'jane', 'forced@else.example'),
    dynamicFrom: fc.constantFrom(null, null, 'relay@desk.example'),
    defaultFromFilter: fc.constantFrom('', 'desk.example'),
    bulkServerId: fc.constantFrom(null, '0'),
    authorsOwnAddress: fc.boolean(),
    firstServerStandsIn: fc.boolean(),
  });
}

function anyWish(): fc.Arbitrary<Wish> {
  return fc.record({
    named: fc.constantFrom(null, null, null, '0', 'gone'),
    author: fc.constantFrom(null, 'jane', 'bob'),
    bulk: fc.boolean(),
  });
}

function anySender(): fc.Arbitrary<MailAddress> {
  return fc.record({
    name: fc.constantFrom('', 'Somebody'),
    address: fc.constantFrom(...ADDRESSES, 'x@third.example'),
  });
}
