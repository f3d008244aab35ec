import { isStubMail } from './stub-mail.js';

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const subject = 'Subject: Retrieval using the IMAP4 protocol failed for the following message: 4711';
const says = "The server couldn't retrieve the following message:";

describe('isStubMail', () => {
  it.each([
    ['a stub by IMAP', mail('From: Microsoft Exchange Server', subject, '', says, 'Subject: "Order"')],
    ['a stub by POP3', mail(subject.replace('IMAP4', 'POP3'), '', says)],
    ['a stub under another subject', mail('Subject: Error', '', 'The message could not be retrieved.')],
    ['a stub without a body', mail(subject, '', '')],
    ['nothing at all', Buffer.alloc(0)],
  ])('knows %s', (_, source) => expect(isStubMail(source)).toBe(true));

  it.each([
    ['mail that came from somewhere, whatever it says', mail('Received: from a by b', subject, '', says)],
    [
      'a stub that somebody forwards',
      mail(`Subject: FW: ${subject.slice(9)}`, 'Message-ID: <a@b>', '', says),
    ],
    [
      'mail about it',
      mail('Subject: Help', 'Message-ID: <a@b>', '', 'It says: message could not be retrieved'),
    ],
    ['an ordinary mail without Received', mail('Subject: Hello', '', 'Hello')],
    ['anything large', mail(subject, '', says, 'x'.repeat(20_000))],
  ])('takes for mail %s', (_, source) => expect(isStubMail(source)).toBe(false));
});
