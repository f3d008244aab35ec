import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { words } from '../../apps/admin-web/src/i18n/words.js';
import { likelyCauses } from '../../libs/mail-accounts/src/diagnosis/likely-causes.js';
import { SIGN_IN_CAUSES, type SignInCause } from '../../libs/mail-accounts/src/diagnosis/sign-in-causes.js';

const folder = fileURLToPath(new URL('../../docs/providers/', import.meta.url));
const names = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
const flat = (text: string) => text.replace(/\s+/g, ' ');
const page = (name: string) => flat(readFileSync(`${folder}${name}.md`, 'utf8'));

/** The causes that a page has a row for: the word, the sentence as the pages of Mailroom say it, and a cure. */
function told(text: string): SignInCause[] {
  return SIGN_IN_CAUSES.filter((cause) => {
    const [sentence = ''] = words.causes[cause].split(/(?<=\.)\s(?=[A-Z])/);
    const [, behind = ''] = text.split(`\`${cause}\`: _${sentence}_`);
    return /^ *\| +[^|]{3,}\|/.test(behind);
  });
}

/** What the page tells, and what those tell to which it sends its reader. */
function toldFrom(name: string): SignInCause[] {
  const text = page(name);
  const others = [...text.matchAll(/\]\(([\w-]+)\.md#what-the-test-of-an-account-names\)/g)];
  return [name, ...others.map(([, other = '']) => other)].flatMap((one) => told(page(one)));
}

/** Everything that a test can name at a host. */
function nameable(host: string, auth: 'token' | 'password', consented: string | null): Set<SignInCause> {
  const found = new Set<SignInCause>();
  const codes = [
    'mailbox-login-refused',
    'mailbox-password-not-allowed',
    'mailbox-not-connected',
    'mailbox-tls-failed',
    'mailbox-port-in-clear',
    'mailbox-greeting-missing',
  ];
  for (const code of codes)
    for (const [port, security] of [
      [993, 'tls'],
      [993, 'none'],
      [143, 'tls'],
    ] as const)
      for (const oauthStatus of ['', '400', '401'])
        for (const cause of likelyCauses({
          code,
          oauthStatus,
          account: { host, port, security, login: 'support@example.com', auth },
          consented,
        }))
          found.add(cause);
  return found;
}

describe('the pages about providers', () => {
  it.each(names)('say first what of it was never tried live: %s', (name) => {
    const mark = page(name).match(
      /^# [^>]+? > \*\*(?:Never tried live\.|Tried)\*\* .+?(?:theirs count|tried live)\./,
    );
    expect(mark?.[0]).toBeDefined();
  });

  it.each([
    ['microsoft-365', 'outlook.office365.com', ['somebody@example.com']],
    ['microsoft-365-app-only', 'outlook.office365.com', [null]],
    ['outlook-com', 'outlook.office365.com', ['somebody@example.com']],
    ['google', 'imap.gmail.com', ['somebody@example.com']],
    ['gmail', 'imap.gmail.com', ['somebody@example.com']],
    ['google-service-account', 'imap.gmail.com', ['somebody@example.com']],
    ['yahoo', 'imap.mail.yahoo.com', ['somebody@example.com']],
    ['fastmail', 'imap.fastmail.com', ['somebody@example.com']],
    ['yandex', 'imap.yandex.com', ['somebody@example.com']],
    ['custom', 'mail.example.com', ['somebody@example.com']],
  ])('%s tells every cause that a test there can name', (name, host, consents) => {
    const known = toldFrom(name);
    for (const consented of consents)
      for (const auth of ['token', 'password'] as const)
        expect([...nameable(host, auth, consented)].filter((cause) => !known.includes(cause))).toEqual([]);
  });

  it('tell every cause that there is', () => {
    expect(SIGN_IN_CAUSES.filter((cause) => !names.some((name) => told(page(name)).includes(cause)))).toEqual(
      [],
    );
  });
});
