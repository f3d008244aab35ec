import { RunNotes } from './run-notes.js';

function watched() {
  let time = 0;
  return {
    notes: new RunNotes(undefined, () => time),
    passes: (milliseconds: number) => (time += milliseconds),
  };
}

const row = (outcome: 'stored' | 'oversized' | 'duplicate', size: number) => ({ size, verdict: { outcome } });

describe('RunNotes', () => {
  it('times the phases, and what goes on beside them', async () => {
    const { notes, passes } = watched();
    passes(5);
    notes.enter('sign-in');
    passes(7);
    notes.enter('fetch');
    const commit = notes.beside('commit', Promise.resolve(1));
    passes(20);
    await commit;
    notes.close();
    expect(notes.spent).toEqual({ connect: 5, 'sign-in': 7, fetch: 20, commit: 20 });
    expect(notes.phase).toBe('fetch');
  });

  it('counts mail by what became of it, and the bytes that came', () => {
    const { notes } = watched();
    notes.found(3);
    notes.committed([row('stored', 100), row('oversized', 9_000)]);
    notes.committed([row('stored', 50), row('duplicate', 1)]);
    expect([notes.outcomes, notes.mails, notes.bytes]).toEqual([
      { stored: 2, oversized: 1, duplicate: 1 },
      4,
      151,
    ]);
  });

  it.each<[string, (notes: RunNotes) => void, boolean]>([
    ['nothing at all', () => undefined, true],
    ['phases alone', (notes) => notes.enter('look'), true],
    ['mail that waits', (notes) => notes.found(1), false],
    ['mail that was noted only', (notes) => notes.committed([row('oversized', 1)]), false],
  ])('is quiet with %s: %#', (_, happens, quiet) => {
    const { notes } = watched();
    happens(notes);
    expect(notes.isQuiet).toBe(quiet);
  });
});
