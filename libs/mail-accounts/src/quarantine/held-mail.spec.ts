import { heldMail } from './held-mail.js';

describe('heldMail', () => {
  it.each([
    ['everything', { outcome: 'quarantined' as const }, [null, null, null]],
    [
      'one reason on one account',
      { outcome: 'quarantined' as const, accountId: 'a', problem: 'unparsable' },
      ['a', 'unparsable', null],
    ],
    [
      'words as they stand, wildcards too',
      { outcome: 'refused' as const, search: '50%_\\' },
      [null, null, '%50\\%\\_\\\\%'],
    ],
  ])('asks for %s', (_, filter, values) => expect(heldMail(filter).values).toEqual(values));

  it('says the outcome in words of its own', () => {
    const hostile = { outcome: `x' or true --` } as never;
    expect(heldMail(hostile).sql).toContain(`d.outcome = 'quarantined'`);
  });
});
