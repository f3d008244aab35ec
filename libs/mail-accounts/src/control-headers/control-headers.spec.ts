import { type AuthenticationFacts } from '../authentication/authentication-facts.js';
import { decodedWords } from './decoded-words.js';
import { controlNames, readControl, withoutHeaders } from './read-control.js';
import { voucher, type Trust } from './voucher.js';

const prefixes = ['x-mailroom-', 'x-otrs-'];

describe('control headers', () => {
  const headers = {
    'x-otrs-queue': ['Sales', 'Second'],
    'x-otrs-ignore': ['Yes'],
    'x-mailroom-title': ['=?utf-8?q?Gr=C3=BC=C3=9Fe?='],
    'x-otrs-state-pendingtime': ['2026-12-01 10:00:00'],
    'x-otrs-isvisibleforcustomer': ['0'],
    'x-otrs-dynamicfield-order': ['4711'],
    'x-otrs-followup-state': ['open'],
    'x-otrs-followup-dynamicfield-order': ['4712'],
    'x-spam': ['no'],
  };
  const names = controlNames(headers, prefixes);

  it('are found by their prefix', () => expect(names).toHaveLength(8));

  it('become a record with a twin for follow-ups', () => {
    const control = readControl(headers, names, prefixes);
    expect(control?.opening).toMatchObject({
      queue: 'Sales',
      ignore: true,
      title: 'Grüße',
      statePendingTime: '2026-12-01 10:00:00',
      visibleForCustomer: false,
      loop: false,
      owner: null,
      dynamicFields: { order: '4711' },
    });
    expect(control?.followUp).toMatchObject({ state: 'open', queue: null, dynamicFields: { order: '4712' } });
  });

  it('are taken off', () => expect(withoutHeaders(headers, names)).toEqual({ 'x-spam': ['no'] }));

  it('are nothing where there are none', () => expect(readControl({}, [], prefixes)).toBeNull());
});

describe('voucher', () => {
  const off: Trust = { trustHeaders: false, trustedHop: 'mx.ours.test', trustedDomains: [] };
  const byHop: Trust = { ...off, trustHeaders: true };
  const byDomain: Trust = { ...byHop, trustedDomains: ['partner.test'] };
  const received = { received: ['from a by mx.ours.test'] };
  const results = { 'authentication-results': ['mx.ours.test; none'] };
  const from = (address: string) => ({ name: '', address });
  const dmarc = (result: string, domain: string): AuthenticationFacts => ({
    by: 'server',
    server: 'mx.ours.test',
    spf: [],
    dkim: [],
    dmarc: [{ result, domain }],
    arc: [],
  });

  it.each([
    ['the switch is off', off, received, 'a@partner.test', dmarc('pass', 'partner.test'), null],
    ['the hop took it', byHop, received, 'a@any.test', null, 'hop'],
    [
      'a nameless hop wrote the results',
      byHop,
      { ...results, received: ['by 2002:a05::1 with SMTP'] },
      'a@any.test',
      null,
      'hop',
    ],
    [
      'the results came with the mail',
      byHop,
      { ...results, received: ['by mx.else.test'] },
      'a@any.test',
      null,
      null,
    ],
    ['nothing tells how it came', byHop, results, 'a@any.test', null, null],
    [
      'another hop took it',
      byHop,
      { received: ['from a by mx.else.test', ...received.received] },
      'a@any.test',
      null,
      null,
    ],
    ['nobody is named', { ...byHop, trustedHop: null }, received, 'a@any.test', null, null],
    [
      'DMARC passed for the domain',
      byDomain,
      received,
      'a@partner.test',
      dmarc('pass', 'partner.test'),
      'authentication',
    ],
    ['DMARC failed', byDomain, received, 'a@partner.test', dmarc('fail', 'partner.test'), null],
    ['nobody checked', byDomain, received, 'a@partner.test', null, null],
    ['it passed for another domain', byDomain, received, 'a@partner.test', dmarc('pass', 'evil.test'), null],
    ['its domain is not named', byDomain, received, 'a@evil.test', dmarc('pass', 'evil.test'), null],
  ] as const)('when %s', (_, trust, headers, address, facts, expected) => {
    expect(voucher(trust, { headers, from: from(address) }, facts)).toBe(expected);
  });
});

it.each([
  ['plain', 'plain'],
  ['=?iso-8859-1?Q?J=F6rg_M?= =?utf-8?B?w7xsbGVy?=', 'Jörg Müller'],
  ['=?no-such-charset?B?AAAA?=', '=?no-such-charset?B?AAAA?='],
  ['=?utf-8?Q?unfinished', '=?utf-8?Q?unfinished'],
])('decodes %s', (text, expected) => expect(decodedWords(text)).toBe(expected));
