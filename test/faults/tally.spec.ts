import { complaints, Tally } from './tally.js';

const well = { fault: 'any', lost: [], double: [], misplaced: [], unrest: null };

describe('a tally', () => {
  it('says so when nothing went wrong, and not before anything was tried', () => {
    const tally = new Tally();
    expect(tally.isClean).toBe(false);
    tally.add(well);
    tally.add(well);
    expect(tally.line()).toBe('{"faults":2,"lost":0,"double":0}');
    expect(tally.isClean).toBe(true);
  });

  it('counts mails, not faults, and says what else is wrong', () => {
    const tally = new Tally();
    const bad = { ...well, lost: ['a', 'b'], double: ['c'], misplaced: ['d'], unrest: 'waiting' };
    tally.add(bad);
    expect(tally.line()).toBe('{"faults":1,"lost":2,"double":1,"misplaced":1,"restless":1}');
    expect(tally.isClean).toBe(false);
    expect(complaints(bad)).toEqual(['lost: a', 'lost: b', 'double: c', 'mailbox: d', 'no rest: waiting']);
  });
});
