import { Alarm } from './alarm.js';

describe('Alarm', () => {
  it('is not missed by whoever comes late, and rings once', async () => {
    const alarm = new Alarm();
    alarm.ring();
    await alarm.wait();
    let woken = false;
    const waiting = alarm.wait().then(() => (woken = true));
    await new Promise(setImmediate);
    expect(woken).toBe(false);
    alarm.ring();
    await waiting;
    expect(woken).toBe(true);
  });
});
