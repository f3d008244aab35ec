import { foreignGreeting } from './foreign-greeting.js';

it.each([
  ['* OK Dovecot ready.\r\n', 'IMAP', null],
  ['* BYE too busy\r\n', 'IMAP', null],
  ['+OK ready\r\n', 'IMAP', 'POP3'],
  ['* OK ready\r\n', 'POP3', 'IMAP'],
  ['-ERR too busy\r\n', 'POP3', null],
  ['220 mail.example.com ESMTP\r\n', 'IMAP', 'SMTP'],
  ['220-mail.example.com\r\n', 'POP3', 'SMTP'],
  ['HTTP/1.1 400 Bad Request\r\n', 'IMAP', 'HTTP'],
  ['SSH-2.0-OpenSSH\r\n', 'IMAP', 'SSH'],
  ['"IMPLEMENTATION" "Pigeonhole"\r\n', 'IMAP', 'ManageSieve'],
  ['\0\0\0', 'IMAP', null],
  ['', 'IMAP', null],
] as const)('%j where %s is expected is %s', (first, expected, protocol) => {
  expect(foreignGreeting(Buffer.from(first), expected)).toBe(protocol);
});
