/** Whom Exchange is told of, and what it shall open. */
export interface Application {
  readonly clientId: string;
  readonly name: string;
  readonly tenant: string | null;
  /** Of the enterprise application, not of the app registration: the usual mistake. Null where no token told it. */
  readonly objectId: string | null;
  readonly mailbox: string | null;
}

/** Stands where only the admin knows the value. */
const OBJECT_ID = '<object ID of the enterprise application>';
const MAILBOX = '<mailbox>';

/**
 * What an admin types into Exchange Online PowerShell, once for the application and once for each mailbox, before an
 * application may open mailboxes. Source: learn.microsoft.com, "Authenticate an IMAP, POP or SMTP connection using OAuth",
 * "Register service principals in Exchange". The last line asks Exchange what it thinks.
 */
export function exchangeCommands({ clientId, name, tenant, objectId, mailbox }: Application): string[] {
  const who = quoted(objectId ?? OBJECT_ID);
  const box = quoted(mailbox ?? MAILBOX);
  return [
    tenant === null ? 'Connect-ExchangeOnline' : `Connect-ExchangeOnline -Organization ${quoted(tenant)}`,
    `New-ServicePrincipal -AppId ${quoted(clientId)} -ObjectId ${who} -DisplayName ${quoted(name)}`,
    `Add-MailboxPermission -Identity ${box} -User ${who} -AccessRights FullAccess`,
    `Add-RecipientPermission -Identity ${box} -Trustee ${who} -AccessRights SendAs`,
    `Test-ServicePrincipalAuthorization -Identity ${who} -Resource ${box}`,
  ];
}

// PowerShell takes every kind of apostrophe for the end of a text in single quotes, so all are doubled.
function quoted(text: string): string {
  return `'${text.replace(/[\r\n]+/g, ' ').replace(/['‘’‚‛]/g, '$&$&')}'`;
}
