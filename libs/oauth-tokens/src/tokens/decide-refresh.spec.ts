import fc from 'fast-check';
import { decideRefresh, refreshDue, refreshMargin } from './decide-refresh.js';

const start = new Date('2026-11-20T12:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000);
const life = (seconds: number) => ({ accessObtainedAt: start, accessExpiresAt: after(seconds) });

describe('refreshMargin', () => {
  it.each([
    ['an hour', 3_600, 360],
    ['90 minutes', 5_400, 540],
    ['28 hours', 100_800, 600],
    ['ten minutes', 600, 60],
    ['a minute', 60, 30],
    ['no time', 0, 0],
  ])('of a token good for %s (%i s) is %i s', (_, seconds, margin) => {
    expect(refreshMargin(life(seconds))).toBe(margin * 1_000);
  });
});

describe('decideRefresh', () => {
  it.each([
    [0, 'usable'],
    [3_239, 'usable'],
    [3_240, 'refresh-ahead'],
    [3_419, 'refresh-ahead'],
    [3_420, 'must-refresh'],
    [3_600, 'must-refresh'],
    [9_999, 'must-refresh'],
  ])('%i s into an hour: %s', (elapsed, expected) => {
    expect(decideRefresh(life(3_600), after(elapsed))).toBe(expected);
  });

  it('finds every new token usable that lives at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seconds) => {
        expect(decideRefresh(life(seconds), start)).toBe('usable');
      }),
    );
  });
});

describe('refreshDue', () => {
  it('comes before the margin, by chance and at most half a margin', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seconds, chance) => {
          const token = life(seconds);
          const due = refreshDue(token, () => chance).getTime();
          const marginStart = token.accessExpiresAt.getTime() - refreshMargin(token);
          expect(due).toBeLessThanOrEqual(marginStart);
          expect(due).toBeGreaterThanOrEqual(Math.floor(marginStart - refreshMargin(token) / 2));
        },
      ),
    );
  });
});
