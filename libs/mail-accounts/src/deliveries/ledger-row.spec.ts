import { ignored, refused, stored } from '../inbound-mail/inbound-mail-handler.js';
import { answered, duplicated } from './ledger-row.js';

describe('answered', () => {
  it.each([
    [stored('T-1'), { outcome: 'stored', reference: 'T-1', disposalDue: true }],
    [ignored('bulk'), { outcome: 'ignored', reason: 'bulk', disposalDue: true }],
    [refused('spam'), { outcome: 'refused', reason: 'spam', disposalDue: true }],
    [
      { kind: 'ignored', problem: 'ignored-by-rule', detail: 'Newsletters' },
      { outcome: 'ignored', problem: 'ignored-by-rule', reason: 'Newsletters', disposalDue: true },
    ],
    [
      { kind: 'ignored', problem: 'ignored-by-header', detail: null },
      { outcome: 'ignored', problem: 'ignored-by-header', disposalDue: true },
    ],
    [
      { kind: 'quarantined', problem: 'quarantined-by-rule', detail: 'Odd' },
      { outcome: 'quarantined', problem: 'quarantined-by-rule', reason: 'Odd', disposalDue: false },
    ],
  ] as const)('%j', (outcome, verdict) => {
    expect(answered({ outcome, handling: null }, 'delete')).toEqual({ ...verdict, handling: null });
  });

  it('owes the server nothing when mail is left alone', () => {
    expect(answered({ outcome: stored('T-1'), handling: null }, 'leave')).toMatchObject({
      disposalDue: false,
    });
  });
});

describe('duplicated', () => {
  it.each([
    ['stored', true],
    ['ignored', true],
    ['refused', true],
    ['retrying', false],
    ['quarantined', false],
  ] as const)('of a mail that is %s', (outcome, disposalDue) => {
    expect(duplicated({ id: 'first', outcome }, 'delete')).toEqual({
      outcome: 'duplicate',
      duplicateOf: 'first',
      disposalDue,
    });
  });
});
