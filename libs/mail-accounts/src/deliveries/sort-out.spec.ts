import { type ArrivedMail } from './arrived-mail.js';
import { sortOut } from './sort-out.js';

function mail(uid: number, content: string): ArrivedMail {
  const contentKey = Buffer.from(content);
  return {
    uid,
    receivedAt: new Date(0),
    size: 1,
    parsed: null,
    checked: null,
    contentKey,
    rawRows: contentKey,
  };
}
const key = (content: string): string => Buffer.from(content).toString('hex');

function ids(): () => string {
  let last = 0;
  return () => `new-${++last}`;
}

describe('sortOut', () => {
  it('offers what nobody has seen, in order', () => {
    const { fresh, duplicates } = sortOut([mail(1, 'a'), mail(2, 'b')], new Map(), new Map(), ids());
    expect(fresh.map(({ id, mail: { uid } }) => [id, uid])).toEqual([
      ['new-1', 1],
      ['new-2', 2],
    ]);
    expect(duplicates).toEqual([]);
  });

  it('drops what was committed before and keeps the id of what only stood in the ledger', () => {
    const known = new Map([
      [1, { id: 'done', fetched: true, attempts: 0 }],
      [2, { id: 'noted', fetched: false, attempts: 1 }],
    ]);
    const { fresh } = sortOut([mail(1, 'a'), mail(2, 'b'), mail(3, 'c')], known, new Map(), ids());
    expect(fresh.map(({ id }) => id)).toEqual(['noted', 'new-1']);
  });

  it('finds the first of the same bytes, in the ledger and in the group', () => {
    const firsts = new Map([[key('a'), { id: 'first', outcome: 'stored' as const }]]);
    const { fresh, duplicates } = sortOut(
      [mail(1, 'a'), mail(2, 'b'), mail(3, 'b')],
      new Map(),
      firsts,
      ids(),
    );
    expect(fresh.map(({ mail: { uid } }) => uid)).toEqual([2]);
    expect(duplicates.map(({ mail: { uid }, first }) => [uid, first])).toEqual([
      [1, { id: 'first', outcome: 'stored' }],
      [3, { id: 'new-2', outcome: null }],
    ]);
  });
});
