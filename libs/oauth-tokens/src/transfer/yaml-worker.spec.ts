import fc from 'fast-check';
import { readYaml } from './yaml-worker.js';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('readYaml', () => {
  it.each([
    ['windows line ends', 'a: 1\r\nb:\r\n  - c\r\n', { a: 1, b: ['c'] }],
    ['a byte order mark', '\uFEFFa: é', { a: 'é' }],
    ['Perl’s second mention of the same', 'a: &1\n  x: y\nb: *1', { a: { x: 'y' }, b: { x: 'y' } }],
    ['a merge key only inside a text', 'a: "<<"', { a: '<<' }],
    [
      'ids that are no numbers',
      'a: 0012\nb: 100200300400500600700800\nc: 1.50',
      {
        a: '0012',
        b: '100200300400500600700800',
        c: '1.50',
      },
    ],
    [
      'words that other versions take for switches',
      'a: yes\nb: no\nc: 2024-01-01',
      {
        a: 'yes',
        b: 'no',
        c: '2024-01-01',
      },
    ],
  ])('reads %s', (_, text, value) => {
    expect(readYaml(text)).toMatchObject({ kind: 'read', value });
  });

  it('knows where each entry begins, at the top and under clients', () => {
    expect(readYaml('- a: 1\n\n- b: 2\n')).toMatchObject({ lines: [1, 3] });
    expect(readYaml('mailroom: clients\nclients:\n  - a: 1\n  - b: 2\n')).toMatchObject({ lines: [3, 4] });
  });

  it.each([
    ['a tab for indentation', 'a:\n\t- b', 2, 'tab-as-indent'],
    ['an open quote', 'a: "b\n', 2, 'missing-char'],
    ['a second document', 'a: 1\n---\nb: 2', 2, 'multiple-docs'],
    ['a key twice', 'a: 1\nb: 2\na: 3', 3, 'duplicate-key'],
    ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x', 3, 'merge-key'],
    ['a tag that runs code elsewhere', 'a: !!js/function "x"', 1, 'tag'],
    ['a tag on a map', 'a: 1\nb: !!perl/hash:X {c: d}', 2, 'tag'],
    ['bytes in disguise', 'a: !!binary aGk=', 1, 'tag'],
    ['a list as a key', '? [a]\n: b', 1, 'no-text-as-key'],
    ['NUL', 'a: b\nc: d\0', 2, 'control-character'],
    ['NUL in a quoted escape', 'a: "x\\0y"', null, ''],
    ['an alias of nothing', 'a: *b', 1, 'alias-of-nothing'],
    ['a bomb of aliases', bomb(), 1, 'too-many-aliases'],
    ['a nest without end', '['.repeat(50_000), 1, 'resource-exhaustion'],
    ['keys in keys in keys', '? '.repeat(2_000), 1, 'resource-exhaustion'],
    ['a map as a key', '? {a: b}\n: c', 1, 'no-text-as-key'],
    ['a tag on a list', 'a: !!set [b]', 1, 'tag'],
  ])('stops at %s', (_, text, line, reason) => {
    const reading = readYaml(text);
    if (line === null) expect(reading).toMatchObject({ kind: 'read' });
    else expect(reading).toMatchObject({ kind: 'fault', line, reason });
  });

  it('looks for keys that stand there twice in time that grows with the file and not with its square', () => {
    const started = process.cpuUsage();
    expect(readYaml(many(20_000, (index) => `k${index}: 1`))).toMatchObject({ kind: 'read' });
    expect(process.cpuUsage(started).user).toBeLessThan(12_000_000);
  });

  it('never quotes the text in a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom('a: "', '\t', 'a: b: ', '- [', '*', '!x ', '%'), (broken) => {
        expect(JSON.stringify(readYaml(`${broken}planted-secret`))).not.toMatch(/"reason":".*planted/);
      }),
    );
  });

  it('reads or refuses anything, and throws nothing', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      '&a',
      '*a',
      '? ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!',
      '%',
      '\t',
      '---',
      '...',
      ',',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(['read', 'fault']).toContain(readYaml(pieces.join('')).kind);
      }),
      { numRuns: 500 },
    );
  });
});

function bomb(): string {
  const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const line = (name: string, index: number) =>
    `${name}: &${name} [${Array(9)
      .fill(index === 0 ? 'x' : `*${levels[index - 1]}`)
      .join(', ')}]`;
  return levels.map(line).join('\n');
}
