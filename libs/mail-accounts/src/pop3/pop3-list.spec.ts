import fc from 'fast-check';
import { anyText } from '../../../../test/support/any-text.js';
import { parseCapabilities, parseEntry, sizeOf } from './pop3-list.js';
import { parseReply } from './pop3-reply.js';

it.each([
  ['1 whqtswO00WBw418f9t5JxYwZ', { number: 1, word: 'whqtswO00WBw418f9t5JxYwZ' }],
  ['12  340 octets', { number: 12, word: '340' }],
  [' 3\tx', { number: 3, word: 'x' }],
  ['0 x', null],
  ['1', null],
  ['one x', null],
  ['99999999999 x', null],
  ['1 \u00e9', null],
  ['', null],
])('reads the line %j of a list', (line, entry) => {
  expect(parseEntry(line)).toEqual(entry);
});

it.each([
  ['340', 340],
  ['4294967296', 2_147_483_647],
  ['-1', 0],
  ['many', 0],
])('takes %j for %d bytes', (word, bytes) => {
  expect(sizeOf(word)).toBe(bytes);
});

it('reads what a server can do', () => {
  const lines = ['TOP', 'sasl PLAIN XOAUTH2', 'LOGIN-DELAY 300', '  UIDL '];
  expect([...parseCapabilities(lines)]).toEqual([
    ['TOP', ''],
    ['SASL', 'PLAIN XOAUTH2'],
    ['LOGIN-DELAY', '300'],
    ['UIDL', ''],
  ]);
});

it.each([
  ['+OK', { kind: 'ok', code: '', text: '' }],
  ['+ok 2 320', { kind: 'ok', code: '', text: '2 320' }],
  ['-ERR [in-use] Locked', { kind: 'refused', code: 'IN-USE', text: 'Locked' }],
  ['-ERR [SYS/TEMP]', { kind: 'refused', code: 'SYS/TEMP', text: '' }],
  ['-ERR No [host:12]', { kind: 'refused', code: '', text: 'No [host:12]' }],
  ['+', { kind: 'continue', code: '', text: '' }],
  ['+ eyJ9', { kind: 'continue', code: '', text: 'eyJ9' }],
  ['* OK', null],
  ['+OKAY', null],
  ['', null],
])('reads the status %j', (line, reply) => {
  expect(parseReply(line)).toEqual(reply);
});

it('chokes on no line whatever', () => {
  fc.assert(
    fc.property(anyText(), (line) => {
      parseEntry(line);
      parseReply(line);
      parseCapabilities([line]);
    }),
  );
});
