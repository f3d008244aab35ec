import { judged } from './kill-run.js';

it('counts who never came, and blames the kill in whose phase a mail came too early', () => {
  const came = (messageId: string, phase: number) => ({ messageId, phase });
  const arrivals = [came('a', 0), came('b', 0), came('b', 1), came('c', 1), came('c', 2), came('c', 2)];
  expect(judged(['a', 'b', 'c', 'd'], arrivals, [4, 5])).toEqual({
    lost: 1,
    kills: [
      { inData: 4, doubles: 1 },
      { inData: 5, doubles: 1 },
    ],
  });
});
