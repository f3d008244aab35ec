import { Slots } from './slots.js';

describe('Slots', () => {
  it('lets only so many in, in order of arrival', async () => {
    const slots = new Slots(2);
    const entered: string[] = [];
    const giveBacks = await Promise.all([slots.take(), slots.take()]);
    const third = slots.take().then((free) => (entered.push('third'), free));
    const fourth = slots.take().then((free) => (entered.push('fourth'), free));
    expect(entered).toEqual([]);
    giveBacks[0]!();
    (await third)();
    (await fourth)();
    expect(entered).toEqual(['third', 'fourth']);
  });

  it('counts a slot once, however often it is given back', async () => {
    const slots = new Slots(1);
    const free = await slots.take();
    free();
    free();
    const freeAgain = await slots.take();
    let entered = false;
    const waiting = slots.take().then(() => (entered = true));
    await Promise.resolve();
    expect(entered).toBe(false);
    freeAgain();
    await waiting;
  });

  it('stops waiting after half a minute', async () => {
    jest.useFakeTimers();
    try {
      const slots = new Slots(1);
      await slots.take();
      const waiting = expect(slots.take()).rejects.toMatchObject({ code: 'database-busy' });
      await jest.advanceTimersByTimeAsync(30_000);
      await waiting;
    } finally {
      jest.useRealTimers();
    }
  });
});
