import { type HelpdeskProcess } from './helpdesk-process.js';

/** The subjects of `numberedMails`, in order. */
export function subjectsOf(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix} ${String(index + 1).padStart(4, '0')}`);
}

/** Small mails of 1 to 3 KB that differ in subject, Message-ID and body. */
export function numberedMails(prefix: string, count: number): Buffer[] {
  return subjectsOf(prefix, count).map((subject, index) => {
    const lines = Array.from(
      { length: 20 + (index % 30) },
      (_, line) => `Line ${line} of ${subject}, ${'x'.repeat(40)}.`,
    );
    return Buffer.from(
      [
        `From: Customer <customer${index}@example.test>`,
        'To: support@example.test',
        `Subject: ${subject}`,
        `Message-ID: <${subject.replace(' ', '.')}@example.test>`,
        'Date: Thu, 05 Nov 2026 09:00:00 +0000',
        'Content-Type: text/plain; charset=utf-8',
        '',
        ...lines,
        '',
      ].join('\r\n'),
    );
  });
}

/** Where a mailbox is and what becomes of its mail. */
export interface AccountWish {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly disposition: 'delete' | 'seen' | 'move' | 'leave';
  /** Further settings, as the API takes them. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Sets up an account over the API as an admin does, password `pass`, and puts it live. Answers its id. */
export async function putLive(helpdesk: HelpdeskProcess, wish: AccountWish): Promise<string> {
  const id = await draftAccount(helpdesk, wish);
  await helpdesk.api('POST', `accounts/${id}/state`, { state: 'live' });
  return id;
}

/** The same without putting it live. */
export async function draftAccount(
  helpdesk: HelpdeskProcess,
  { host, port, user, disposition, settings = {} }: AccountWish,
): Promise<string> {
  const { id } = await helpdesk.api<{ id: string }>('POST', 'accounts', {
    name: user,
    host,
    port,
    security: 'none',
    login: user,
    password: 'pass',
    address: `${user}@example.test`,
    auth: 'password',
    folders: ['INBOX'],
    disposition,
    start: 'all',
    ...settings,
  });
  return id;
}
