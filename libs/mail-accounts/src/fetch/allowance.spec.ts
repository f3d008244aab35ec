import { Allowance, type Share } from './allowance.js';

async function quiet(): Promise<void> {
  await new Promise(setImmediate);
}

describe('Allowance', () => {
  it('lets in what fits, first come first served, and whoever wants too much alone', async () => {
    const allowance = new Allowance(10);
    const entered: string[] = [];
    const take = async (name: string, amount: number): Promise<Share> => {
      const share = await allowance.take(amount);
      entered.push(name);
      return share;
    };
    const first = await take('first', 8);
    const giant = take('giant', 1_000);
    const small = take('small', 1);
    await quiet();
    expect(entered).toEqual(['first']);
    first.free();
    first.free();
    (await giant).free();
    await small;
    expect(entered).toEqual(['first', 'giant', 'small']);
  });

  it('divides a share, takes back what is not needed of it, and never more than was given', async () => {
    const allowance = new Allowance(10);
    const range = await allowance.take(8);
    const [large, rest] = [range.part(6), range.part(6)];
    expect(allowance.isShort(3)).toBe(true);
    large.shrink(5);
    expect(allowance.isShort(3)).toBe(false);
    large.shrink(9);
    expect([allowance.isShort(3), allowance.isShort(4)]).toEqual([false, true]);
    range.free();
    expect(allowance.isShort(4)).toBe(true);
    rest.free();
    large.free();
    large.free();
    expect([allowance.isShort(10), allowance.isShort(1_000)]).toEqual([false, false]);
  });

  it('is short for everybody behind somebody who waits', async () => {
    const allowance = new Allowance(10);
    const first = await allowance.take(8);
    const second = allowance.take(5);
    expect(allowance.isShort(1)).toBe(true);
    first.free();
    await second;
    expect(allowance.isShort(1)).toBe(false);
  });
});
