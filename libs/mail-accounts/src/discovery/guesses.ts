import { type Proposal } from './proposal.js';

/** What servers are usually called. Nobody said so: an admin has to look at the name, and the test has to pass. */
export function guesses(domain: string, login: string): readonly Proposal[] {
  const smtp = { host: `smtp.${domain}`, port: 587, security: 'starttls' } as const;
  const common = {
    login,
    auth: ['password' as const],
    appPassword: false,
    template: null,
    smtp,
    source: 'guess' as const,
  };
  const imap = { kind: 'imap', port: 993, security: 'tls', ...common } as const;
  return [
    { ...imap, auth: ['password'], host: `imap.${domain}` },
    { ...imap, auth: ['password'], host: `mail.${domain}` },
    { kind: 'pop3', port: 995, security: 'tls', ...common, host: `pop.${domain}` },
  ];
}
