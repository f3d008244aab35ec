import { type HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { type SandboxAddresses } from './sandbox-process.js';

/** What the terminal is told about. */
export interface Started {
  readonly settings: HelpdeskSettings;
  readonly url: string;
  readonly seconds: number;
  readonly sandbox: SandboxAddresses | null;
  /** Where the data is, in words without passwords. */
  readonly data: string;
  /** The passwords are the ones that everybody knows, and may be printed. */
  readonly demoPasswords: boolean;
}

/** What runs where, which sign-in to use, and what to click. */
export function welcome(started: Started): string {
  const { url, seconds, sandbox, data } = started;
  const lines = [
    '',
    `The helpdesk is ready after ${seconds.toFixed(1)} s.`,
    '',
    `  Helpdesk  ${url}   ${signIns(started)}`,
    ...(sandbox ? [`  Sandbox   ${sandbox.control}   a mail provider to try with`] : []),
    `  Data      ${data}`,
    ...(sandbox ? ['', ...whatToClick(url, sandbox)] : []),
    '',
    'Ctrl-C stops everything; the data stays.',
    '',
  ];
  return lines.join('\n');
}

function signIns({ settings, demoPasswords }: Started): string {
  const names = settings.staff.map(({ login, password }) =>
    demoPasswords ? `${login} / ${password}` : login,
  );
  return `sign in as ${names[0]} (may administer mail) or ${names[1]} (may connect a mailbox of their own)`;
}

// The sandbox publishes these to everybody; they open nothing else.
function whatToClick(url: string, { http, control, imap, pop3, smtp }: SandboxAddresses): string[] {
  return [
    'Try it:',
    `  1. Open ${url}, sign in, choose Connect a mailbox, and register the sandbox as a Custom client:`,
    '       Client ID               mailroom-demo',
    '       Client secret           mailroom-demo-secret',
    `       Authorization endpoint  ${http}/auth`,
    `       Token endpoint          ${http}/token`,
    '       Scope                   openid email offline_access mail',
    '  2. Connect: sign in as support@sandbox.test with the password sandbox. The mailbox, without TLS:',
    `       IMAP ${imap.host} port ${imap.port} (or POP3 port ${pop3.port}), SMTP ${smtp.host} port ${smtp.port}`,
    `  3. Send a mail in at ${control}: it becomes a ticket. Answer it.`,
    '  4. Revoke the consent there: within two or three minutes, once the provider has said so twice, a banner asks to reconnect.',
  ];
}
