import { jest } from '@jest/globals';
import { SignOfLife } from './sign-of-life.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

it('is given three times within the silence, until it ends', async () => {
  const give = jest.fn(() => Promise.resolve(true));
  const lost = jest.fn();
  const sign = new SignOfLife(give, lost, 15_000);
  await pass(15_000);
  expect(give).toHaveBeenCalledTimes(3);
  sign.end();
  await pass(60_000);
  expect(give).toHaveBeenCalledTimes(3);
  expect(lost).not.toHaveBeenCalled();
});

it('says when somebody else has it', async () => {
  const lost = jest.fn();
  const sign = new SignOfLife(() => Promise.resolve(false), lost, 15_000);
  await pass(5_000);
  expect(lost).toHaveBeenCalledTimes(1);
  sign.end();
});

it('takes a database that does not answer for no answer, and asks again after it', async () => {
  const lost = jest.fn();
  let refuse: (error: Error) => void = () => undefined;
  const give = jest.fn(() => new Promise<boolean>((_, reject) => (refuse = reject)));
  const sign = new SignOfLife(give, lost, 15_000);
  await pass(20_000);
  expect(give).toHaveBeenCalledTimes(1);
  refuse(new Error('gone'));
  await pass(5_000);
  expect(give).toHaveBeenCalledTimes(2);
  expect(lost).not.toHaveBeenCalled();
  sign.end();
});
