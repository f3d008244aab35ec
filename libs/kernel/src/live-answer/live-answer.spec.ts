import { text } from 'node:stream/consumers';
import { StreamableFile } from '@nestjs/common';
import { kernelProblem } from '../problems/kernel-problems.js';
import { liveAnswer } from './live-answer.js';

async function linesOf(answer: unknown): Promise<unknown[]> {
  if (!(answer instanceof StreamableFile)) throw new Error('no lines');
  return (await text(answer.getStream()))
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

it('answers whole where nobody wants lines', async () => {
  expect(await liveAnswer(false, async (tell) => (tell(1), 'all'))).toBe('all');
});

it('tells each step before the next one is made', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const answer = await liveAnswer(true, async (tell) => {
    tell('one');
    await gate;
    tell('two');
    return ['one', 'two'];
  });
  open();
  expect(await linesOf(answer)).toEqual([{ step: 'one' }, { step: 'two' }, { answer: ['one', 'two'] }]);
});

it('refuses what goes wrong before the first step, and tells what does after it', async () => {
  const problem = kernelProblem('host-unknown', { params: { host: 'x.example' } });
  await expect(liveAnswer(true, () => Promise.reject(problem))).rejects.toBe(problem);
  const answer = await liveAnswer(true, async (tell) => {
    tell('one');
    throw problem;
  });
  const { code, params, disposition } = problem;
  expect(await linesOf(answer)).toEqual([{ step: 'one' }, { problem: { code, params, disposition } }]);
});

it('lets the work end when nobody listens any more', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  let ended = false;
  const answer = await liveAnswer(true, async (tell) => {
    tell('one');
    await gate;
    tell('two');
    ended = true;
  });
  (answer as StreamableFile).getStream().destroy();
  open();
  await gate;
  await Promise.resolve();
  expect(ended).toBe(true);
});
