import { clockSkew, clocksDiffer } from './clock-skew.js';

const asked = new Date('2026-11-20T12:00:00.400Z');
const heard = new Date('2026-11-20T12:00:02.100Z');

describe('clockSkew', () => {
  it.each([
    ['of the moment of asking', 'Fri, 20 Nov 2026 12:00:00 GMT', 0],
    ['of the moment of hearing', 'Fri, 20 Nov 2026 12:00:02 GMT', 0],
    ['before we asked', 'Fri, 20 Nov 2026 11:50:00 GMT', 599_400],
    ['after we heard', 'Fri, 20 Nov 2026 12:10:00 GMT', -597_900],
    ['that is none', 'yesterday', undefined],
  ])('takes a date %s', (_, date, skew) => {
    expect(clockSkew(date, asked, heard)).toBe(skew);
  });

  it('says nothing without a date', () => {
    expect(clockSkew(null, asked, heard)).toBeUndefined();
  });
});

describe('clocksDiffer', () => {
  it.each([
    [undefined, false],
    [0, false],
    [60_000, false],
    [-60_000, false],
    [60_001, true],
    [-60_001, true],
  ])('%s ms: %s', (skew, differ) => {
    expect(clocksDiffer(skew)).toBe(differ);
  });
});
