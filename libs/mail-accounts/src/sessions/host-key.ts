/** Providers where the limit of connections is per mailbox, not for the whole of their house. */
export const SHARED_HOSTS: readonly string[] = [
  'outlook.office365.com',
  'outlook.office.com',
  'imap-mail.outlook.com',
  'imap.gmail.com',
  'imap.googlemail.com',
  'imap.mail.yahoo.com',
  'imap.mail.me.com',
];

/** Sessions that all instances together keep at one mail host, or at one mailbox of a SHARED_HOSTS. */
export const HOST_LIMIT = 10;

/** SQL: who counts the connections of an account `a`; `shared` is the parameter that holds SHARED_HOSTS. */
export function hostKeySql(shared: string): string {
  return `case when lower(a.host) = any(${shared}::text[]) then lower(a.host) || ' ' || lower(a.login) else lower(a.host) end`;
}
