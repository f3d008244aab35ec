import fc from 'fast-check';
import { csvCell, readCsv } from './read-csv.js';

const cells = (text: string) => readCsv(text).map((record) => record.cells);

describe('CSV', () => {
  it.each([
    [
      'plain',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quotes', '"a ""b""","c,d"\r\n', [['a "b"', 'c,d']]],
    ['a line within a cell', '"a\nb",c', [['a\nb', 'c']]],
    [
      'empty cells',
      ',\n"",x',
      [
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['a quote within a bare cell', 'a"b,c', [['a"b', 'c']]],
    [
      'lines without anything',
      'a,b\n\n\r\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons',
      'a;b\nd;e,f',
      [
        ['a', 'b'],
        ['d', 'e,f'],
      ],
    ],
    [
      'tabs',
      'a\tb\nd\te;f',
      [
        ['a', 'b'],
        ['d', 'e;f'],
      ],
    ],
    ['the hint of a spreadsheet', 'sep=;\r\na,b;c', [['a,b', 'c']]],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
    [
      'old line ends',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['one column', 'a\nb', [['a'], ['b']]],
    ['nothing', '', []],
  ])('is read: %s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('knows the line on which each record begins', () => {
    expect(readCsv('a,b\n"x\r\ny",z\n\nc,d').map(({ line }) => line)).toEqual([1, 2, 5]);
    expect(readCsv('sep=,\na,b').map(({ line }) => line)).toEqual([2]);
  });

  it.each([
    ['a quote without an end', 'a,b\n"secret', 2, 'open-quote'],
    ['text behind a quote', 'a,b\n"x"secret,z', 2, 'text-behind-quote'],
  ])('is refused for %s, without a word of it', (_, text, line, reason) => {
    expect(() => readCsv(text)).toThrow(
      expect.objectContaining({
        code: 'csv-invalid',
        params: { line, reason },
        message: expect.not.stringContaining('secret'),
      }),
    );
  });

  it('comes back as it was written, whatever it holds', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ö', ' ', '"', ',', ';', '\t', '\n', '\r', '=') });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    const written = (rows: string[][], end: string) =>
      [rows[0]!.map((_, index) => `c${index}`), ...rows].map((row) => row.map(csvCell).join(',')).join(end);
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, end, last) => {
        const [, ...read] = cells(written(rows, end) + (last ? end : ''));
        expect(read).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('takes time that goes with its length', () => {
    const began = process.cpuUsage();
    expect(readCsv(`a,b\n${'"x""y",z\n'.repeat(200_000)}`)).toHaveLength(200_001);
    expect(process.cpuUsage(began).user).toBeLessThan(8_000_000);
  });
});
