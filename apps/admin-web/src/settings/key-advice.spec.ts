import { type KeyProgress } from '../api/shapes.js';
import { keyAdvice } from './key-advice.js';

const share = (keyId: string | null, count: number, inRing = true, current = false) => ({
  keyId,
  count,
  inRing,
  current,
  byPlace: [],
});
const progress = (byKey: KeyProgress['byKey'], lastRun: KeyProgress['lastRun'] = null): KeyProgress => ({
  currentKeyId: 'new',
  total: byKey.reduce((sum, { count }) => sum + count, 0),
  done: 0,
  unreadable: 0,
  byKey,
  lastRun,
});
const ran = (...keyIds: string[]): KeyProgress['lastRun'] => ({
  state: 'ended',
  keyId: 'new',
  startedAt: '2026-01-01T00:00:00.000Z',
  startedBy: 'Ada',
  endedAt: '2026-01-01T00:01:00.000Z',
  resealed: 1,
  unreadable: keyIds.map((keyId) => ({
    keyId,
    place: 'mail_account.sealed_password',
    owner: { kind: 'account', id: '1', name: 'Support' },
  })),
});
const NEW = share('new', 3, true, true);

describe('keyAdvice', () => {
  it.each([
    ['nothing is sealed', progress([]), { kind: 'nothing-sealed' }],
    ['all is done', progress([NEW]), { kind: 'only-current' }],
    ['an old key holds something', progress([NEW, share('old', 2)]), { kind: 'keep', keys: ['old'] }],
    ['a key is lost', progress([NEW, share('lost', 1, false)]), { kind: 'stuck', keys: ['lost'] }],
    ['both', progress([NEW, share('old', 2), share('lost', 1, false)]), { kind: 'keep', keys: ['old'] }],
    [
      'all else was unreadable',
      progress([NEW, share('old', 1)], ran('old')),
      { kind: 'stuck', keys: ['old'] },
    ],
    ['some was unreadable', progress([NEW, share('old', 2)], ran('old')), { kind: 'keep', keys: ['old'] }],
    ['no envelope', progress([NEW, share(null, 1, false)]), { kind: 'stuck', keys: [] }],
  ])('when %s', (_, found, advice) => {
    expect(keyAdvice(found)).toEqual(advice);
  });
});
