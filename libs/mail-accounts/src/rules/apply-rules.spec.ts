import fc from 'fast-check';
import { type ParsedMail } from '../inbound-mail/inbound-mail.js';
import { applyRules, type Rule, type RuleActions } from './apply-rules.js';
import { conditionHolds, type Condition, type MailFacts } from './condition.js';
import { textHolds, textMatches } from './text-match.js';

const someone = (address: string) => ({ name: '', address });
const mail: ParsedMail = {
  messageId: '<1@shop.test>',
  inReplyTo: [],
  references: [],
  from: someone('orders@shop.test'),
  sender: null,
  replyTo: [someone('Real@shop.test')],
  to: [someone('sales@ours.test')],
  cc: [],
  subject: 'Order 4711',
  date: null,
  text: 'Thank you for your order.',
  html: null,
  attachments: [
    {
      index: 0,
      filename: 'Invoice.PDF',
      contentType: 'application/pdf',
      size: 9,
      contentId: null,
      inline: false,
    },
  ],
  headers: { 'x-spam-flag': ['YES'], received: ['from a', 'from b'] },
  priority: 'normal',
  automatic: true,
  automaticReply: false,
  report: null,
  defects: [],
};
const facts: MailFacts = {
  mail,
  accountId: 'a1',
  size: 2_000,
  recipients: () => ['sales@ours.test', 'all@ours.test'],
  authentication: {
    by: 'server',
    server: 'mx.ours.test',
    spf: [{ result: 'softfail', domain: 'shop.test' }],
    dkim: [
      { result: 'fail', domain: 'list.test' },
      { result: 'pass', domain: 'shop.test' },
    ],
    dmarc: [],
    arc: [],
  },
};

describe('conditionHolds', () => {
  it.each<[boolean, Condition]>([
    [true, { field: 'from', not: false, match: 'is', value: 'Orders@Shop.test' }],
    [false, { field: 'from', not: true, match: 'ends', value: '@shop.test' }],
    [true, { field: 'reply-to', not: false, match: 'starts', value: 'real@' }],
    [true, { field: 'recipient', not: false, match: 'is', value: 'all@ours.test' }],
    [false, { field: 'cc', not: false, match: 'contains', value: '@' }],
    [true, { field: 'cc', not: true, match: 'contains', value: '@' }],
    [true, { field: 'subject', not: false, match: 'matches', value: 'order *' }],
    [true, { field: 'body', not: false, match: 'contains', value: 'THANK YOU' }],
    [true, { field: 'attachment', not: false, match: 'ends', value: '.pdf' }],
    [true, { field: 'header', not: false, name: 'X-Spam-Flag', match: 'is', value: 'yes' }],
    [true, { field: 'header', not: false, name: 'Received', match: 'ends', value: 'b' }],
    [true, { field: 'header', not: false, name: 'Received', match: 'exists', value: '' }],
    [true, { field: 'header', not: true, name: 'List-Id', match: 'exists', value: '' }],
    [true, { field: 'size', not: false, match: 'over', bytes: 1_999 }],
    [false, { field: 'size', not: false, match: 'under', bytes: 2_000 }],
    [true, { field: 'account', not: false, accountId: 'a1' }],
    [false, { field: 'automatic', not: true }],
    [true, { field: 'authentication', not: false, method: 'dkim', result: 'pass' }],
    [true, { field: 'authentication', not: false, method: 'spf', result: 'softfail' }],
    [true, { field: 'authentication', not: false, method: 'dmarc', result: 'none' }],
  ])('%s: %j', (expected, condition) => expect(conditionHolds(condition, facts)).toBe(expected));
});

describe('applyRules', () => {
  const nothing: RuleActions = {
    then: 'continue',
    destination: null,
    priority: null,
    tags: [],
    unlimited: false,
  };
  const holding: Condition = { field: 'automatic', not: false };
  const failing: Condition = { field: 'automatic', not: true };
  const rule = (name: string, actions: Partial<RuleActions>, conditions: Condition[] = [holding]): Rule => ({
    id: name,
    name,
    match: 'all',
    conditions,
    actions: { ...nothing, ...actions },
  });
  const decide = (...rules: Rule[]) => applyRules(rules, facts);

  it('says nothing without rules', () => {
    expect(decide()).toEqual({
      withheld: null,
      destination: null,
      priority: null,
      tags: [],
      unlimited: false,
      hits: [],
    });
  });

  it('adds up tags; the last word on destination and priority counts', () => {
    const decision = decide(
      rule('one', { destination: 'a', priority: 'low', tags: ['x', 'y'] }),
      rule('not me', { destination: 'b', tags: ['z'] }, [failing]),
      rule('two', { priority: 'high', tags: ['y', 'v'], unlimited: true }),
    );
    expect(decision).toMatchObject({
      destination: 'a',
      priority: 'high',
      tags: ['x', 'y', 'v'],
      unlimited: true,
    });
    expect(decision.hits.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it.each(['stop', 'ignore', 'quarantine'] as const)('asks no more after %s', (then) => {
    const decision = decide(rule('first', { then }), rule('second', { tags: ['late'] }));
    expect(decision.tags).toEqual([]);
    expect(decision.withheld).toEqual(then === 'stop' ? null : { kind: then, rule: 'first' });
  });

  it.each([
    ['all', [holding, failing], 0],
    ['any', [holding, failing], 1],
    ['any', [failing], 0],
    ['any', [], 1],
    ['all', [], 1],
  ] as const)('%s of %j', (match, conditions, hits) => {
    expect(decide({ ...rule('one', {}), match, conditions }).hits).toHaveLength(hits);
  });

  it('takes microseconds for fifty rules', () => {
    const rules = Array.from({ length: 50 }, (_, n) =>
      rule(`rule ${n}`, {}, [
        { field: 'subject', not: false, match: 'contains', value: `never ${n}` },
        { field: 'header', not: false, name: 'List-Id', match: 'is', value: 'x' },
      ]),
    );
    const rounds = 2_000;
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) applyRules(rules, facts);
    expect(process.cpuUsage(before).user / rounds).toBeLessThan(1_000);
  });
});

describe('textHolds', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'ab', false],
    ['a*c', 'abc', true],
    ['a*c', 'ac', true],
    ['a*bc', 'abbc', true],
    ['*', '', true],
    ['*b*', 'abc', true],
    ['a*a', 'a', false],
    ['*@shop.test', 'x@shop.test', true],
    ['*aab*', 'aaab', true],
    ['a.c', 'abc', false],
    ['(a+)+$', '(A+)+$', true],
  ])('%s on %s', (pattern, text, expected) => expect(textHolds('matches', text, pattern)).toBe(expected));

  it('agrees with a regular expression on wildcards', () => {
    const letters = fc.stringMatching(/^[ab]{0,8}$/);
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[ab*]{0,6}$/), (text, pattern) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
        expect(textHolds('matches', text, pattern)).toBe(expected);
      }),
    );
  });

  it.each(textMatches)('%s takes no time over hostile text', (match) => {
    const before = process.cpuUsage();
    textHolds(match, 'a'.repeat(1_000_000), `${'*a'.repeat(249)}*b`);
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
