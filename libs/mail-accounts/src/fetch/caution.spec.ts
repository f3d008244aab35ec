import { cautionFor } from './caution.js';

describe('cautionFor', () => {
  it.each([
    ['nothing failed', 0, null, 100, false],
    ['a connection broke once', 1, 'mailbox-connection-lost', 100, false],
    ['and again', 2, 'mailbox-connection-lost', 1, false],
    ['on the same mail', 4, 'mailbox-connection-lost', 1, true],
    ['whatever the library chokes on', 5, 'mailbox-answer-unreadable', 1, true],
    ['a sign-in that is refused says nothing of mail', 9, 'mailbox-login-refused', 100, false],
    ['neither does our own database', 9, 'database-trouble', 100, false],
  ])('%s', (_, failures, failureCode, messages, suspectFirst) =>
    expect(cautionFor({ failures, failureCode })).toEqual({ messages, suspectFirst }),
  );
});
