import fc from 'fast-check';
import { receivedDate } from './received-date.js';

const NOON = '2026-11-20T12:00:00.000Z';

it.each<[string, string, string | null]>([
  [
    'the topmost Received',
    'Return-Path: <a@b.test>\r\nReceived: from x by y; Fri, 20 Nov 2026 13:00:00 +0100 (CET)\r\nReceived: from z by x; Thu, 19 Nov 2026 12:00:00 +0000\r\n\r\n',
    NOON,
  ],
  [
    'one over several lines',
    'received : from x\r\n\tby y (with; words)\r\n id 1 for <a@b.test>;\r\n Fri, 20 Nov 2026 12:00:00 +0000\r\nSubject: a\r\n\r\n',
    NOON,
  ],
  ['one with bare line ends', 'Received: by y; Fri, 20 Nov 2026 12:00:00 +0000\n\nReceived: not this', NOON],
  ['none in the body', 'Subject: a\r\n\r\nReceived: by y; Fri, 20 Nov 2026 12:00:00 +0000\r\n', null],
  ['none from the Date', 'Date: Fri, 20 Nov 2026 12:00:00 +0000\r\n\r\n', null],
  ['none that is none', 'Received: by y; soon\r\n\r\n', null],
  ['none in nothing', '', null],
])('takes %s', (_what, mail, date) => {
  expect(receivedDate(Buffer.from(mail))?.toISOString() ?? null).toBe(date);
});

it('answers about any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, text) => {
      receivedDate(Buffer.from(bytes));
      receivedDate(Buffer.from(`Received:${text}`));
    }),
  );
  expect(receivedDate(Buffer.from('a: b\r\n'.repeat(500_000)))).toBeNull();
});
