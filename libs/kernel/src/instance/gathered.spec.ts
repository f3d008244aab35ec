import { setImmediate as turn } from 'node:timers/promises';
import { Gathered } from './gathered.js';

/** Work that ends when it is told to. */
function heldWork() {
  const calls: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const gathered = new Gathered((ids) => {
    calls.push(ids);
    return new Promise<void>((resolve) => ends.push(resolve));
  });
  const called = async (times: number): Promise<void> => {
    while (calls.length < times) await turn();
  };
  return { gathered, calls, ends, called };
}

it('does together what came together, each once', async () => {
  const { gathered, calls, called } = heldWork();
  for (const id of ['a', 'b', 'a']) gathered.add(id);
  await called(1);
  expect(calls).toEqual([['a', 'b']]);
});

it('keeps what comes meanwhile for the next piece of work, and never does two at once', async () => {
  const { gathered, calls, ends, called } = heldWork();
  gathered.add('a');
  await called(1);
  gathered.add('b');
  gathered.add('a');
  await turn();
  expect(calls).toHaveLength(1);
  ends[0]?.();
  await called(2);
  expect(calls[1]).toEqual(['b', 'a']);
});

it('begins nothing once it is stopped', async () => {
  const work = jest.fn(() => Promise.resolve());
  const [stopped, other] = [new Gathered(work), heldWork()];
  stopped.add('a');
  stopped.stop();
  other.gathered.add('later');
  await other.called(1);
  expect(work).not.toHaveBeenCalled();
});
