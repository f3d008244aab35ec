import fc from 'fast-check';
import { anyText } from '../../../../test/support/any-text.js';
import { dispatch, routeFor, type Wish } from './dispatch.js';
import { recipients } from './recipients.js';

const known = new Map([
  ['sales', 'Sales'],
  ['support', 'Support desk'],
]);
const wish = (by: Wish['by'], destination: string): Wish => ({ by, destination });

describe('dispatch', () => {
  it.each([
    ['nobody wishes', [], null, 'account', null],
    ['the account says', [wish('account', 'sales')], 'sales', 'account', null],
    [
      'a rule beats the account',
      [wish('rule', 'support'), wish('account', 'sales')],
      'support',
      'rule',
      null,
    ],
    ['a header names a label', [wish('header', 'support DESK')], 'support', 'header', null],
    ['an account names no label', [wish('account', 'Sales')], null, 'account', 'Sales'],
    ['one that is gone', [wish('recipient', 'gone'), wish('account', 'sales')], 'sales', 'account', 'gone'],
    ['all gone', [wish('rule', 'gone'), wish('account', 'too')], null, 'account', 'gone'],
  ] as const)('%s', (_, wishes, destination, dispatchedBy, unknownDestination) => {
    expect(dispatch(wishes, known)).toEqual({ destination, dispatchedBy, unknownDestination });
  });

  it('takes every name where the host does not tell', () => {
    expect(dispatch([wish('account', 'whatever')], null).destination).toBe('whatever');
  });
});

describe('routeFor', () => {
  const routes = new Map([
    ['sales@ours.test', 'sales'],
    ['*@ours.test', 'support'],
  ]);

  it.each([
    [['x@else.test'], null],
    [['x@ours.test'], { recipient: 'x@ours.test', destination: 'support' }],
    [['x@ours.test', 'sales@ours.test'], { recipient: 'sales@ours.test', destination: 'sales' }],
    [[], null],
  ])('%j', (addresses, expected) => expect(routeFor(addresses, routes)).toEqual(expected));
});

describe('recipients', () => {
  const someone = (address: string) => ({ name: '', address });

  it('come in the order of Znuny, each once', () => {
    const headers = {
      'x-original-to': ['F@ours.test'],
      'delivered-to': ['e@ours.test', 'A@ours.test'],
      'envelope-to': ['b@ours.test, "B2" <b2@ours.test>'],
      'resent-to': ['Someone <a@ours.test>'],
    };
    const mail = { to: [someone('C@ours.test')], cc: [someone('d@ours.test')], headers };
    expect(recipients(mail).map((address) => address[0])).toEqual(['a', 'b', 'b', 'c', 'd', 'e', 'f']);
  });

  it('are at most 200 and take no time, whatever a header holds', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (text) => {
        const found = recipients({ to: [], cc: [], headers: { 'delivered-to': [text.repeat(400)] } });
        expect(found.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
