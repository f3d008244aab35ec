import { readFileSync } from 'node:fs';

/** Ticks of the clock that /proc counts in: USER_HZ, 100 wherever Linux runs Node (proc(5)). */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used so far, all its threads together. Linux only. */
export function processorSeconds(pid: number): number {
  // The name may hold blanks and brackets; what follows its last bracket does not.
  const after = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [user, system] = [Number(after[11]), Number(after[12])];
  return (user + system) / TICKS_PER_SECOND;
}
