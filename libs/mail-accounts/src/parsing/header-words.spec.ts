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
  ])('%j → %j', (values, ids) => {
    expect(messageIds(values)).toEqual(ids);
  });

  it('keeps the nearest of an endless list', () => {
    const ids = messageIds([Array.from({ length: 500 }, (_, index) => `<${index}@x>`).join(' ')]);
    expect(ids).toHaveLength(200);
    expect(ids.at(-1)).toBe('<499@x>');
  });
});

describe('sentDate', () => {
  it.each<[string | undefined, string | null]>([
    ['Fri, 20 Nov 2026 10:00:00 +0100', '2026-11-20T09:00:00.000Z'],
    ['Fri, 20 Nov 2026 10:00:00 GMT (Greenwich (not New York))', '2026-11-20T10:00:00.000Z'],
    ['20 Nov 2026 10:00 -0500', '2026-11-20T15:00:00.000Z'],
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
    [undefined, []],
  ])('%j', (value, expected) => {
    expect(mailAddresses(value)).toEqual(expected);
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
