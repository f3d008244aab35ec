import assert from 'node:assert/strict';
import { type Clock } from '@mailroom/kernel';
import { type PortPromise } from './contract.js';

const LOOKS = 100;

/** What a `Clock` promises. */
export function clockContract(make: () => Promise<Clock> | Clock): readonly PortPromise[] {
  return [
    {
      says: 'tells instants that do not go backwards',
      check: async () => {
        const clock = await make();
        let last = clock.now().getTime();
        assert.ok(Number.isFinite(last), 'now() is no instant');
        for (let look = 0; look < LOOKS; look += 1) {
          const next = clock.now().getTime();
          assert.ok(next >= last, 'time went backwards');
          last = next;
        }
      },
    },
    {
      says: 'hands out an instant that may be changed without changing the time',
      check: async () => {
        const clock = await make();
        const taken = clock.now();
        const before = taken.getTime();
        taken.setTime(0);
        assert.ok(clock.now().getTime() >= before, 'the clock shares its instant');
      },
    },
  ];
}
