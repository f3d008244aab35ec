import { Turns } from './turns.js';

/** Asks for a turn for each key; `begun` names those that have begun, in order. */
function ask(turns: Turns, keys: readonly string[]) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  for (const [number, key] of keys.entries()) {
    const name = `${key}${number}`;
    void turns.take(key).then((end) => {
      begun.push(name);
      ends.set(name, end);
    });
  }
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await settled();
  };
  return { begun, end };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('turns', () => {
  it('are as many as there are, and as many for each key', async () => {
    const { begun } = ask(new Turns(3, 2), ['a', 'a', 'a', 'b', 'b']);
    await settled();
    expect(begun).toEqual(['a0', 'a1', 'b3']);
  });

  it('go round the keys, so that a crowd at one host keeps nobody else waiting', async () => {
    const { begun, end } = ask(new Turns(1, 1), ['a', 'a', 'a', 'b', 'c']);
    await settled();
    await end('a0');
    await end('b3');
    await end('c4');
    expect(begun).toEqual(['a0', 'b3', 'c4', 'a1']);
  });

  it('are freed once, however often that is said', async () => {
    const { begun, end } = ask(new Turns(1, 1), ['a', 'a', 'a']);
    await settled();
    await end('a0');
    await end('a0');
    expect(begun).toEqual(['a0', 'a1']);
  });

  it('of a host that hangs leave the others theirs', async () => {
    const { begun } = ask(new Turns(4, 2), ['hangs', 'hangs', 'hangs', 'hangs', 'well', 'well']);
    await settled();
    expect(begun).toEqual(['hangs0', 'hangs1', 'well4', 'well5']);
  });
});
