import { Problem } from '@mailroom/kernel';
import { serverPlace } from '../mailbox/server-place.js';
import { classifyMailFailure } from './fetch-failure.js';
import { judgeGreeting } from './judge-greeting.js';

const place = serverPlace({ host: 'imap.example.com', port: 143 });

it.each([
  ['* OK ready\r\n', null],
  ['* OK [CAPABILITY IMAP4rev1] ready\n', null],
  ['* PREAUTH come in\r\n', null],
  ['* ok ready\r\n* CAPABILITY', null],
  ['* BYE too many connections\r\n', null],
  ['', 'unfinished'],
  ['* OK rea', 'unfinished'],
  ['* BYE [UNAVAIL', 'unfinished'],
] as const)('%j is %j', (first, verdict) => {
  expect(judgeGreeting(Buffer.from(first), place)).toBe(verdict);
});

it.each([
  ['220 mail.example.com ESMTP\r\n', 'mailbox-greeting-foreign'],
  ['+OK re', 'mailbox-greeting-foreign'],
  ['* BYE [UNAVAILABLE] see you\r\n', 'mailbox-unavailable'],
  ['* BYE [unavailable] see you\r\n', 'mailbox-unavailable'],
  ['* BYE [LIMIT] that is enough\r\n', 'mailbox-connection-limit'],
  ['* BYE [OVERQUOTA] that is enough\r\n', 'mailbox-bandwidth-exceeded'],
  ['* BYE [INUSE] somebody is in\r\n', 'mailbox-busy'],
  ['* BYE [PRIVACYREQUIRED] not like that\r\n', 'mailbox-tls-required'],
  ['* BYE [CONTACTADMIN] call us\r\n', 'mailbox-provider-contact'],
  ['* BYE [UNAVAILABLE] Too many connections from your IP\r\n', 'mailbox-connection-limit'],
  ['* BYE [ALERT] We close at five\r\n', 'mailbox-connection-lost'],
  ['* NO way\r\n', 'mailbox-answer-unreadable'],
  ['Welcome\r\n', 'mailbox-answer-unreadable'],
  ['\0\u0001\r\n', 'mailbox-answer-unreadable'],
  ['* OK ' + 'x'.repeat(9_000), 'mailbox-answer-unreadable'],
])('%j is %s', (first, code) => {
  const verdict = judgeGreeting(Buffer.from(first), place);
  const problem = classifyMailFailure(verdict);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem.code).toBe(code);
});
