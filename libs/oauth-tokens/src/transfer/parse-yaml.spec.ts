import { parseYaml } from './parse-yaml.js';

describe('parseYaml', () => {
  it('reads in a thread of its own, and says line and column of a fault', async () => {
    expect(await parseYaml('- a: 1')).toMatchObject({ value: [{ a: 1 }], lines: [1] });
    await expect(parseYaml('a: 1\n\tb: 2')).rejects.toMatchObject({
      code: 'yaml-invalid',
      params: { line: 2, column: expect.any(Number), reason: expect.any(String) },
    });
  });

  it('does not hold up the process with a large file', async () => {
    const entries = Array.from(
      { length: 10_000 },
      (_, index) => `- {Name: c${index}, Config: {ClientID: x}}`,
    );
    let beats = 0;
    const timer = setInterval(() => (beats += 1), 10);
    const { lines } = await parseYaml(entries.join('\n'));
    clearInterval(timer);
    expect(lines).toHaveLength(10_000);
    expect(beats).toBeGreaterThan(5);
  });
});
