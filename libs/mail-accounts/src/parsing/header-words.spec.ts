import { spawnSync } from 'node:child_process';
import { fileName } from './file-name.js';
import { headerRecord } from './header-record.js';
import { mailAddresses } from './mail-addresses.js';
import { messageIds } from './message-ids.js';
import { sentDate } from './sent-date.js';

describe('messageIds', () => {
  it.each<[string[], string[]]>([
    [['<a@b>'], ['<a@b>']],
    [
      ['<a@b> <c@d>', '<e@f>'],
      ['<a@b>', '<c@d>', '<e@f>'],
    ],
    [['<a@ b>'], ['<a@b>']],
    [['Your message of Monday <a@b>'], ['<a@b>']],
    [['a@b'], ['<a@b>']],
    [['a@b c@d and more'], ['<a@b>', '<c@d>']],
    [['no-at-sign'], ['<no-at-sign>']],
    [['<a@b> <a@b>'], ['<a@b>']],
    [['<>', ''], []],
    [['a@b, c@d;'], ['<a@b>', '<c@d>']],
    [['=?utf-8?q?=3Ca=40b=3E?='], ['<a@b>']],
    [['<a@b>\r\n =?utf-8?q?=3Cc=2Elong?= =?utf-8?q?er=40d=3E?='], ['<a@b>', '<c.longer@d>']],
    [['<=?utf-8?q?a?=@b>'], ['<=?utf-8?q?a?=@b>']],
  ])('%j → %j', (values, ids) => {
    expect(messageIds(values)).toEqual(ids);
  });

  it('keeps the nearest of an endless list', () => {
    const ids = messageIds([Array.from({ length: 500 }, (_, index) => `<${index}@x>`).join(' ')]);
    expect(ids).toHaveLength(200);
    expect(ids.at(-1)).toBe('<499@x>');
  });
});

/** What the same code makes of these dates on a machine somewhere else. */
function readIn(zone: string, dates: readonly string[]): unknown {
  const script = `import { sentDate } from ${JSON.stringify(new URL('./sent-date.ts', import.meta.url))};
    console.log(JSON.stringify(${JSON.stringify(dates)}.map(sentDate)));`;
  const flags = [
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
  ];
  const { stdout } = spawnSync(process.execPath, [...flags, '-e', script], {
    env: { TZ: zone },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return JSON.parse(stdout);
}

describe('sentDate', () => {
  it('reads a date alike wherever the machine stands', () => {
    const without = [
      'Fri, 20 Nov 2026 10:00:00',
      '20 Nov 2026 10:00',
      '2026-11-20 10:00:00',
      '2026-11-20T10:00:00',
      'Fri Nov 20 10:00:00 2026',
      '11/20/2026 10:00 AM',
      '20-Nov-2026 10:00:00',
      'Fri, 20 Nov 2026 10:00:00 XYZ',
    ];
    const others = [
      'Fri, 20 Nov 2026 10:00:00 Z',
      '2026-11-20T10:00:00Z',
      'Fri Nov 20 11:00:00 CET 2026',
      'Fri Nov 20 05:00:00 EST 2026',
      '2026-11-20T11:00:00+01:00',
    ];
    const alike = [...without, ...others].map(() => '2026-11-20T10:00:00.000Z');
    for (const zone of ['America/New_York', 'Pacific/Chatham'])
      expect(readIn(zone, [...without, ...others])).toEqual(alike);
  }, 60_000);

  it.each<[string | undefined, string | null]>([
    ['Fri, 20 Nov 2026 10:00:00 +0100', '2026-11-20T09:00:00.000Z'],
    ['Fri, 20 Nov 2026 10:00:00 GMT (Greenwich (not New York))', '2026-11-20T10:00:00.000Z'],
    ['20 Nov 2026 10:00 -0500', '2026-11-20T15:00:00.000Z'],
    ['03.01.2026 10:00:00 +0100', '2026-01-03T09:00:00.000Z'],
    ['20.11.2026 10:00:00 +0100', '2026-11-20T09:00:00.000Z'],
    ['Fri, 20 Nov 2026 10:00:00  0100', '2026-11-20T09:00:00.000Z'],
    ['Do, 3 Dez 2026 10:00:00 +0100', '2026-12-03T09:00:00.000Z'],
    ['3. März 2026 10:00:00 +0100', '2026-03-03T09:00:00.000Z'],
    ['mar., 3 févr. 2026 10:00:00 +0100', '2026-02-03T09:00:00.000Z'],
    ['ven., 3 juil. 2026 10:00:00 +0200', '2026-07-03T08:00:00.000Z'],
    ['2026年12月3日 10:00:00 +0800', '2026-12-03T02:00:00.000Z'],
    ['Mon, 3 Jan 122 10:00:00 +0100', '2022-01-03T09:00:00.000Z'],
    ['Fri, 20 Nov 2026 10:00:00 +0100 Europe/Berlin', '2026-11-20T09:00:00.000Z'],
    ['Fri, 20 Nov 2026 10:00:00 +0000 GMT Daylight Time', '2026-11-20T10:00:00.000Z'],
    ['yesterday', null],
    ['1 Jan 1900 00:00:00 +0000', null],
    ['', null],
    [undefined, null],
  ])('%j → %s', (value, expected) => {
    expect(sentDate(value)?.toISOString() ?? null).toBe(expected);
  });
});

describe('fileName', () => {
  it.each([
    ['bill.pdf', 'bill.pdf'],
    ['C:\\Users\\jane\\bill.pdf', 'bill.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['/etc/passwd', 'passwd'],
    ['Bill 3/2026.pdf', 'Bill 3_2026.pdf'],
    ['bill\u202efdp.exe', 'billfdp.exe'],
    ['a\r\nb\0.txt', 'ab.txt'],
    ['..', ''],
    ["utf-8''J%C3%B6rg.txt", 'Jörg.txt'],
    ["UTF-8'de'..%2Fa.txt", 'a.txt'],
    ["utf-8''50%.txt", "utf-8''50%.txt"],
    [undefined, ''],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
  ])('%j → %j', (name, expected) => {
    expect(fileName(name)).toBe(expected);
  });
});

describe('mailAddresses', () => {
  const header = (...value: { name: string; address?: string; group?: [] }[]) => ({
    value,
    html: '',
    text: '',
  });

  it.each([
    [header({ name: 'Jane', address: 'J@Example.COM' }), [{ name: 'Jane', address: 'J@example.com' }]],
    [header({ name: '', address: 'a@bücher.example' }), [{ name: '', address: 'a@xn--bcher-kva.example' }]],
    [header({ name: '', address: 'a@[127.0.0.1]' }), [{ name: '', address: 'a@[127.0.0.1]' }]],
    [header({ name: '', address: 'a@127.1' }), [{ name: '', address: 'a@127.1' }]],
    [header({ name: 'MAILER-DAEMON', address: '' }, { name: 'x', address: '@y' }), []],
    [header({ name: 'Nobody', group: [] }), []],
    [header({ name: 'a\0b\nc', address: 'a@b.example' }), [{ name: 'a b c', address: 'a@b.example' }]],
    [
      header({ name: '', address: '"Jane Doe <a"@b.example>' }),
      [{ name: 'Jane Doe', address: 'a@b.example' }],
    ],
    [header({ name: 'Jane <a@b.example>', address: '' }), [{ name: 'Jane', address: 'a@b.example' }]],
    [header({ name: '', address: '"a@b.example"' }), [{ name: '', address: 'a@b.example' }]],
    [header({ name: '', address: "'a@b.example'" }), [{ name: '', address: 'a@b.example' }]],
    [header({ name: '', address: '"a b"@c.example' }), [{ name: '', address: '"a b"@c.example' }]],
    [header({ name: '', address: 'a@b.example.' }), [{ name: '', address: 'a@b.example' }]],
    [header({ name: 'Jane >', address: 'a@b.example' }), [{ name: 'Jane', address: 'a@b.example' }]],
    [header({ name: 'Jane [ ]', address: 'a@b.example' }), [{ name: 'Jane', address: 'a@b.example' }]],
    [header({ name: 'Jane )', address: 'a@b.example' }), [{ name: 'Jane', address: 'a@b.example' }]],
    [
      header({ name: 'Jane (Acme)', address: 'a@b.example' }),
      [{ name: 'Jane (Acme)', address: 'a@b.example' }],
    ],
    [undefined, []],
  ])('%j', (value, expected) => {
    expect(mailAddresses(value)).toEqual(expected);
  });

  it.each([
    `${'<'.repeat(200_000)}x>`,
    `${' '.repeat(200_000)}x)`,
    `${'a@'.repeat(100_000)}>`,
    '.'.repeat(200_000),
  ])('takes no long look at a hostile one: %#', (hostile) => {
    const began = process.cpuUsage();
    mailAddresses(header({ name: hostile, address: '' }, { name: '', address: `a@${hostile}x` }));
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  });
});

it('unfolds headers, keeps their order and makes text of 8-bit bytes', () => {
  const record = headerRecord([
    { key: 'Received', line: 'Received: one\r\n\tby two' },
    { key: 'received', line: 'Received: three' },
    { key: 'x-utf8', line: 'X-Utf8: caf\u00c3\u00a9' },
    { key: 'x-latin', line: 'X-Latin: caf\u00e9' },
    { key: '__proto__', line: '__proto__: polluted' },
    { key: 'not a name', line: 'not a name: x' },
  ]);
  expect(record).toEqual({
    received: ['one\tby two', 'three'],
    'x-utf8': ['café'],
    'x-latin': ['café'],
  });
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
});
