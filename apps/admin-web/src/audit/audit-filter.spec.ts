import { askedOf } from './audit-filter.js';

describe('askedOf', () => {
  it('asks for nothing when nothing is chosen', () => {
    expect(askedOf({})).toEqual({});
  });

  it('takes days as those of the reader, the last one whole', () => {
    expect(askedOf({ since: '2026-03-01', until: '2026-03-31' })).toEqual({
      since: new Date(2026, 2, 1).toISOString(),
      until: new Date(2026, 3, 1).toISOString(),
    });
  });

  it('leaves out what is empty or no day', () => {
    expect(askedOf({ text: '  ', since: 'yesterday', kind: '' })).toEqual({});
  });

  it('keeps the empty actor, which is Mailroom itself', () => {
    expect(askedOf({ actor: '', kind: 'client', subject: 'c1' })).toEqual({
      actor: '',
      subjectKind: 'client',
      subjectId: 'c1',
    });
  });
});
