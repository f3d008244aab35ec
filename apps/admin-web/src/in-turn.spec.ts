import { turns } from './in-turn.js';

it('begins each when the former has come or failed, and answers each with its own', async () => {
  const order: string[] = [];
  const inTurn = turns();
  let comes: (name: string) => void = () => undefined;
  const first = new Promise<string>((resolve) => (comes = resolve));
  const loads = {
    one: inTurn(() => (order.push('one begins'), first)),
    two: inTurn(() => (order.push('two begins'), Promise.reject(new Error('gone')))),
    three: inTurn(() => (order.push('three begins'), Promise.resolve('three'))),
  };
  const all = Promise.allSettled([loads.one(), loads.two(), loads.three()]);
  await Promise.resolve();
  expect(order).toEqual(['one begins']);
  comes('one');
  expect((await all).map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual(
    ['one', 'Error: gone', 'three'],
  );
  expect(order).toEqual(['one begins', 'two begins', 'three begins']);
});
