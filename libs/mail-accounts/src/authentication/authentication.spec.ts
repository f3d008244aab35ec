import fc from 'fast-check';
import { anyText } from '../../../../test/support/any-text.js';
import { authenticationResults } from './authentication-results.js';
import { isHop, lastHop, serverFacts } from './trusted-hop.js';
import { withoutComments } from './without-comments.js';

const GOOGLE =
  'mx.google.com; dkim=pass header.i=@partner.test header.s=s1 header.b=abc; spf=pass (google.com: domain of bounce@mail.partner.test designates 192.0.2.1 as permitted sender) smtp.mailfrom=bounce@mail.partner.test; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=partner.test';
const EXCHANGE =
  'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=partner.test; dkim=none (message not signed) header.d=none;dmarc=bestguesspass action=none header.from=partner.test;compauth=pass reason=109';

describe('authenticationResults', () => {
  it('reads what servers write', () => {
    const { server, results } = authenticationResults(GOOGLE);
    expect(server).toBe('mx.google.com');
    expect(results.map(({ method, result }) => `${method}=${result}`)).toEqual([
      'dkim=pass',
      'spf=pass',
      'dmarc=pass',
    ]);
  });

  it.each([
    ['mx.test 1; none', { server: 'mx.test', results: [] }],
    ['', { server: null, results: [] }],
    [';;;=;', { server: null, results: [] }],
  ])('reads %j', (value, expected) => expect(authenticationResults(value)).toEqual(expected));

  it.each([
    ['mx.test; spf=fail (dmarc=pass; dkim=pass) smtp.mailfrom=x.test', ['spf=fail']],
    ['mx.test; spf=fail reason="; dmarc=pass" smtp.mailfrom=x', ['spf=fail', 'dmarc=pass']],
    ['mx.test; dmarc = pass header.from = x.test', ['dmarc=pass']],
    ['mx.test; dkim/1=PASS', ['dkim=pass']],
  ])('of %s sees %j', (value, expected) => {
    const seen = authenticationResults(value).results.map(({ method, result }) => `${method}=${result}`);
    expect(seen).toEqual(expected);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 500 }), (value) => {
        authenticationResults(value);
        lastHop({ received: [value] });
        expect(withoutComments(value).length).toBeLessThanOrEqual(value.length);
      }),
    );
  });
});

describe('lastHop', () => {
  it.each([
    ['from a.test (a.test [192.0.2.1]) by mx.ours.test (Postfix) with ESMTPS id 1; Fri', 'mx.ours.test'],
    ['by mx.ours.test with LMTP', 'mx.ours.test'],
    ['from by (x) by mx.ours.test', 'mx.ours.test'],
    ['from a.test (by mx.ours.test) with nothing', null],
    ['from mx.ours.test', null],
    ['', null],
  ])('%s', (received, expected) => expect(lastHop({ received: [received, 'by other.test'] })).toBe(expected));
});

describe('isHop', () => {
  it.each([
    ['MX.ours.test.', 'mx.ours.test', true],
    ['mx.ours.test.evil.test', 'mx.ours.test', false],
    ['a.b.outlook.com', '*.outlook.com', true],
    ['outlook.com', '*.outlook.com', false],
    ['evil-outlook.com', '*.outlook.com', false],
    [null, 'mx.ours.test', false],
  ])('%s is %s: %s', (server, hop, expected) => expect(isHop(server, hop)).toBe(expected));
});

describe('serverFacts', () => {
  const headers = (...values: string[]) => ({ 'authentication-results': values });

  it('are those of the hop', () => {
    expect(serverFacts(headers(GOOGLE), 'mx.google.com')).toEqual({
      by: 'server',
      server: 'mx.google.com',
      spf: [{ result: 'pass', domain: 'mail.partner.test' }],
      dkim: [{ result: 'pass', domain: 'partner.test' }],
      dmarc: [{ result: 'pass', domain: 'partner.test' }],
      arc: [],
    });
  });

  it.each([
    ['no hop is named', headers(GOOGLE), null],
    ['another server wrote it', headers(GOOGLE), 'mx.ours.test'],
    ['it came below another one', headers('mx.else.test; spf=fail', GOOGLE), 'mx.google.com'],
    ['there is none', {}, 'mx.google.com'],
    ['it bears no name', headers(EXCHANGE), 'mx.ours.test'],
  ])('are not there when %s', (_, record, hop) => expect(serverFacts(record, hop)).toBeNull());

  it('may come without a name where the last hop has one', () => {
    const received = ['from a by AM0PR01.eurprd01.prod.outlook.com (2603::1) with HTTPS'];
    const facts = serverFacts({ ...headers(EXCHANGE), received }, '*.prod.outlook.com');
    expect(facts?.spf).toEqual([{ result: 'pass', domain: 'partner.test' }]);
  });
});
