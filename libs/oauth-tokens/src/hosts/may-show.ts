import { templateOf } from '../providers/client-templates.js';

/** What of a client decides where its tokens may be shown. */
export interface ShownBy {
  readonly template: string;
  readonly tokenEndpoint: string;
  /** Host names and addresses, normalised. */
  readonly mailHosts: readonly string[];
}

/**
 * The mail servers (IMAP, POP3, SMTP) that the tokens of a client may be shown to; none means any. Those of the template
 * count where the tokens come from the template's own provider, and then no others do but those the client names.
 */
export function hostsOf({ template, tokenEndpoint, mailHosts }: ShownBy): readonly string[] {
  const { mail, tokenEndpoint: theirs } = templateOf(template);
  const own = mail && sameOrigin(theirs, tokenEndpoint) ? [mail.imap, mail.pop, mail.smtp] : [];
  return [...new Set([...own.map(({ host }) => host), ...mailHosts])];
}

/** May a token of this client be shown to the mail server `host`, normalised? */
export function mayShow(client: ShownBy, host: string): boolean {
  const hosts = hostsOf(client);
  return hosts.length === 0 || hosts.includes(host);
}

/** Hosts that a changed client may show its tokens to and the former could not; `*` for any host. */
export function hostsGained(former: ShownBy, changed: ShownBy): readonly string[] {
  const [before, after] = [hostsOf(former), hostsOf(changed)];
  if (before.length === 0) return [];
  return after.length === 0 ? ['*'] : after.filter((host) => !before.includes(host));
}

// The endpoint of a template may hold `{tenant}`, which its origin never does.
function sameOrigin(theirs: string, endpoint: string): boolean {
  return theirs !== '' && new URL(theirs).origin === new URL(endpoint).origin;
}
