import { Allowance } from './allowance.js';

async function quiet(): Promise<void> {
  await new Promise(setImmediate);
}

describe('Allowance', () => {
  it('lets in what fits, first come first served, and whoever wants too much alone', async () => {
    const allowance = new Allowance(10);
    const entered: string[] = [];
    const take = async (name: string, amount: number): Promise<() => void> => {
      const free = await allowance.take(amount);
      entered.push(name);
      return free;
    };
    const first = await take('first', 8);
    const giant = take('giant', 1_000);
    const small = take('small', 1);
    await quiet();
    expect(entered).toEqual(['first']);
    first();
    first();
    (await giant)();
    await small;
    expect(entered).toEqual(['first', 'giant', 'small']);
  });
});
