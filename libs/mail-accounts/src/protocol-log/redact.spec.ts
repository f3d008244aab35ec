import fc from 'fast-check';
import { formsOf, redact } from './redact.js';

describe('redact', () => {
  const token = 'EwBgA8l6BAAU-planted-token-0123456789';

  it.each<['we' | 'server', string, string]>([
    ['we', 'A1 SELECT INBOX', 'A1 SELECT INBOX'],
    ['we', 'A2 AUTHENTICATE XOAUTH2 dXNlcj1hZGE=', 'A2 AUTHENTICATE XOAUTH2 (* hidden *)'],
    ['we', 'A3 LOGIN "ada@x.test" "short"', 'A3 LOGIN (* hidden *)'],
    ['we', 'PASS short', 'PASS (* hidden *)'],
    ['we', 'USER ada@x.test', 'USER ada@x.test'],
    ['we', 'AUTH XOAUTH2 dXNlcj1hZGE=', 'AUTH XOAUTH2 (* hidden *)'],
    ['server', '+ eyJzdGF0dXMiOiI0MDAifQ==', '+ (* 24 characters *)'],
    ['server', '+OK 3 mails', '+OK 3 mails'],
    ['server', '* 3 EXISTS', '* 3 EXISTS'],
    [
      'server',
      '* 1 FETCH (UID 7 RFC822.SIZE 90 ENVELOPE ("date" "a secret subject"))',
      '* 1 FETCH (UID 7 RFC822.SIZE 90 ENVELOPE ((* 4 characters *) (* 16 characters *)))',
    ],
    [
      'server',
      `* BYE your token ${token} is over`,
      `* BYE your token (* ${token.length} characters *) is over`,
    ],
    ['server', '* BAD a\u0000b\r\nc', '* BAD a b c'],
  ])('%s: %s', (speaker, line, shown) => expect(redact(speaker, line, [])).toBe(shown));

  it('never shows a secret, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<'we' | 'server'>('we', 'server'),
        fc.string(),
        fc.string(),
        fc
          .string({ minLength: 4, maxLength: 40 })
          .filter((secret) => !/^[\s(*\d)]|characters|hidden/.test(secret)),
        fc.nat(5),
        (speaker, before, after, secret, form) => {
          const secrets = formsOf('ada@x.test', secret);
          const shown = redact(speaker, `${before} ${secrets[form]} ${after}`, secrets);
          return (
            before.includes(secret) ||
            after.includes(secret) ||
            !shown.includes(secret) ||
            ' (* characters *)'.includes(secret)
          );
        },
      ),
    );
  });

  const password = 'pa"ss\\w1';
  const plain = Buffer.from(`\0ada@x.test\0${password}`).toString('base64');

  it.each([
    ['as it was quoted', 'A1 NO LOGIN "ada@x.test" "pa\\"ss\\\\w1" failed'],
    ['as a URL has it', '-ERR imap://ada%40x.test:pa%22ss%5Cw1@mail.x.test refused'],
    ['in what we said', `-ERR ${plain} is wrong, so is ${Buffer.from(password).toString('base64')}`],
  ])('does not show what a server says of it again, %s', (_, line) => {
    const shown = redact('server', line, formsOf('ada@x.test', password));
    expect(shown).not.toMatch(/pa.{0,3}ss|cGEic3|AGFkYU/);
  });

  it('cuts what does not end', () => {
    expect(redact('server', 'a '.repeat(5_000), [])).toHaveLength(1_000 + ' (* 10000 characters *)'.length);
  });
});
