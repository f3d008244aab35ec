import { inTime } from './in-time.js';

beforeEach(() => void jest.useFakeTimers());

afterEach(() => void jest.useRealTimers());

const noWord = (): never => {
  throw new Error('too late');
};

it('is the work when that ends first, and leaves no timer running', async () => {
  await expect(inTime(Promise.resolve('done'), 1_000, noWord)).resolves.toBe('done');
  await expect(inTime(Promise.reject(new Error('broken')), 1_000, noWord)).rejects.toThrow('broken');
  expect(jest.getTimerCount()).toBe(0);
});

it('is what is said when the time is over', async () => {
  const never = new Promise<string>(() => undefined);
  const answer = inTime(never, 1_000, () => null);
  const refusal = expect(inTime(never, 1_000, noWord)).rejects.toThrow('too late');
  await jest.advanceTimersByTimeAsync(1_000);
  await expect(answer).resolves.toBeNull();
  await refusal;
});

it('is not surprised by an error that comes after its time', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const answer = inTime(promise, 1_000, () => 'went on');
  await jest.advanceTimersByTimeAsync(1_000);
  reject(new Error('nobody listens any more'));
  await expect(answer).resolves.toBe('went on');
});
