import { type components } from '../api/schema.gen.js';
import { type Banner, type ImportNote, type MovingNote } from '../api/shapes.js';

type AccountStep = components['schemas']['AccountCheckStep']['step'];
type AccountCause = components['schemas']['AccountCheckStep']['causes'][number];
type ServerCause = components['schemas']['ServerCheck']['steps'][number]['causes'][number];
type DiagnosisStep = components['schemas']['Diagnosis']['steps'][number]['step'];
type ServerStep = components['schemas']['ServerCheck']['steps'][number]['step'];
type InvokerStep = components['schemas']['InvokerTest']['steps'][number]['step'];

/**
 * Every sentence of the pages in English; `de.ts` is held to it by type. `{name}` is filled with a parameter, `{name|else}`
 * says what stands there without one, `{name?one|more}` goes by the number.
 */

/** What happened, and what to do where the class of the problem does not already say it. */
export interface Sentence {
  readonly says: string;
  readonly cure?: string;
}

type Sentences = Readonly<Record<string, Sentence>>;

/** A table that is looked up by whatever name comes along: what it lacks is undefined. */
const named = /* @__NO_SIDE_EFFECTS__ */ <Table extends object>(
  table: Table,
): Table & Readonly<Record<string, Table[keyof Table] | undefined>> =>
  table as Table & Readonly<Record<string, Table[keyof Table] | undefined>>;

/** One sentence for each problem code of the libs. A test compares the keys with the codes. */
export const problemSentences = {
  // kernel
  'invalid-input': {
    says: 'The server does not accept this value: {reason:inputFaults|it has the wrong form}.',
  },
  'sign-in-required': { says: 'You are signed out.', cure: 'Sign in to the helpdesk and reload this page.' },
  'not-allowed': {
    says: 'Your account may not administer mail.',
    cure: 'Ask an administrator of the helpdesk for the right to.',
  },
  'foreign-origin': {
    says: 'The request did not come from {expected|the public address of the helpdesk}, so it was refused.',
    cure: 'Open the pages under that address, or correct the public URL in the settings of the helpdesk.',
  },
  'json-required': {
    says: 'The request was not JSON, so it was refused.',
    cure: 'Reload the page and try once more.',
  },
  'secret-unreadable': {
    says: 'A stored secret is spoilt, or was sealed for another place: it does not open here.',
    cure: 'Enter the secret again; a mailbox that was connected needs to be reconnected.',
  },
  'encryption-key-missing': {
    says: 'A stored secret is sealed with the encryption key “{keyId}”, which this installation does not have.',
    cure: 'Put that key back into the key ring of the helpdesk; nothing has to be entered again.',
  },
  'page-not-found': { says: 'There is nothing at this address.' },
  'address-invalid': { says: '“{address|This}” is not a mail address.' },
  'address-not-allowed': {
    says: '{host|The host} resolves to an address that Mailroom may not connect to.',
    cure: 'Private networks need an entry in the allow list of the helpdesk.',
  },
  'host-unknown': { says: 'No host is called {host|that}.', cure: 'Check the spelling of the host name.' },
  'host-unreachable': {
    says: '{host|The host} does not answer on this port.',
    cure: 'Check host and port, and that a firewall lets this server through.',
  },
  'host-certificate-refused': {
    says: 'The certificate of {host|the host} is not valid ({fault:certificateFaults|reason unknown}), so nothing was sent to it.',
    cure: 'Use the host name that stands in the certificate, have it renewed, or name the authority that signed it.',
  },
  'answer-too-large': {
    says: '{host|The server} sent a longer answer than any real one, so reading stopped.',
  },
  'deadline-exceeded': {
    says: '{host|The server} took too long to answer.',
    cure: 'It may be busy or unreachable. Try again in a minute.',
  },
  'database-busy': { says: 'The database is busy.', cure: 'Try again in a moment.' },
  'setting-unknown': { says: 'There is no setting called {key}.', cure: 'The settings are: {known}.' },
  'setting-read-only': {
    says: 'The helpdesk decides this itself, so it cannot be changed here.',
    cure: 'Change the option in the configuration of the helpdesk, or leave it out there.',
  },
  'public-url-unusable': {
    says: 'This cannot be the public URL.',
    cure: 'Give an https:// address without a query, e.g. https://desk.example. Plain http is for http://localhost only.',
  },
  'schedule-module-missing': {
    says: 'The helpdesk does not import the schedule module, so nothing runs on time.',
  },
  'page-sessions-off': {
    says: 'The helpdesk opens these pages in another way.',
    cure: 'Bind pageSessions where the host imports Mailroom, if its front end shows bearer tokens.',
  },
  'page-code-unusable': {
    says: 'The code that opens these pages has been used, or a minute has passed since it was made.',
    cure: 'Open the pages once more from the helpdesk.',
  },
  'changed-meanwhile': {
    says: 'Somebody else has changed this since you opened it. Nothing of yours is saved yet.',
    cure: 'Compare: keep what you typed, then save, or take what is stored now.',
  },
  'caller-gone': {
    says: 'Whoever asked for this left before it was done, so it was not done.',
    cure: 'Ask for it again, and stay until it has ended.',
  },
  'csv-invalid': {
    says: 'The file stops being CSV in line {line}: {reason:csvFaults}.',
    cure: 'Export it again as CSV in UTF-8, or mend that line.',
  },
  'file-not-recognised': {
    says: 'Nobody knows what this file is. Its columns: {columns|none}.',
    cure: 'Say what it is, or export it again with the names of its columns in the first line.',
  },
  'file-holds-clients': {
    says: 'This file holds token configurations, which are OAuth2 clients here.',
    cure: 'Import it on the page Import and export, and then this page links accounts to them.',
  },
  'file-has-too-many-rows': {
    says: 'The file has {rows} rows; {most} are taken at once.',
    cure: 'Split it into several files.',
  },
  'row-is-there-twice': {
    says: 'The row in line {line} says the same already.',
    cure: 'That one is taken, and this one stays out.',
  },
  'row-incomplete': {
    says: '“{column}” is missing, and nothing can be made without it.',
    cure: 'Export it together with that, or set this up by hand.',
  },
  'row-value-unknown': {
    says: 'Nobody knows what “{value}” means in the column {column}.',
    cure: 'Correct it in the file, or set this up by hand.',
  },
  unexpected: {
    says: 'Something went wrong inside the helpdesk.',
    cure: 'The log of the server names it. Nothing was changed by this request.',
  },

  // oauth-tokens: clients
  'client-not-found': { says: 'This OAuth2 client does not exist any more.' },
  'client-name-taken': { says: 'Another OAuth2 client has this name already.', cure: 'Choose another name.' },
  'client-in-use': {
    says: 'The client is still used by {uses|an account or server} and cannot be deleted.',
    cure: 'Give these another token or archive them first. To switch the client off at once, set its validity to invalid.',
  },
  'client-not-valid': {
    says: 'The OAuth2 client is not valid, so its tokens are not used.',
    cure: 'Set its validity to valid.',
  },
  'secret-id-pasted': {
    says: 'This is the ID of a secret, not the secret.',
    cure: 'Copy the column “Value” of the secret. The provider shows it once, right after creation.',
  },
  'secret-required-for-new-origin': {
    says: 'What proves the client is stored for another host, so it is not sent to the new one.',
    cure: 'Enter the client secret again, or import the key again. A certificate has to be removed first and made anew.',
  },
  'secret-required-for-new-host': {
    says: 'The tokens of this client may not be shown to more mail servers without what proves the client.',
    cure: 'Enter the client secret again, or import the key again. A certificate has to be removed first and made anew.',
  },
  'secrets-full': {
    says: 'The client has {most|two} secrets already.',
    cure: 'Remove the old one first: two are for the time in which one takes the place of the other.',
  },
  'secret-not-found': { says: 'This secret does not exist any more.' },
  'certificate-not-for-client': {
    says: 'This provider takes no certificates.',
    cure: 'Use a client secret, or import the key file of the service account.',
  },
  'certificate-not-found': { says: 'There is no such certificate (any more).' },
  'key-file-invalid': {
    says: 'The key file cannot be used: {part|a part of it} is {reason:keyFileFaults|wrong}.',
    cure: 'Take the JSON file as Google gives it: Service account → Keys → Add key → Create new key → JSON.',
  },
  'key-for-another-endpoint': {
    says: 'This key is for {host|another host}, not for the token endpoint of the client.',
    cure: 'Compare the member token_uri of the file with the token endpoint.',
  },
  'key-not-for-flow': { says: 'A service account’s key is of no use in the flow of this client.' },
  'endpoint-needs-https': { says: 'An endpoint must begin with https://.' },
  'endpoint-missing': {
    says: 'This endpoint is needed.',
    cure: 'The documentation of the provider names it.',
  },
  'endpoint-not-for-flow': {
    says: 'Nobody is asked for consent in this flow, so there is no authorization endpoint.',
    cure: 'Leave it empty.',
  },
  'refresh-endpoint-elsewhere': {
    says: 'The endpoint for refreshing must be at {host|the same host}, where the token endpoint is.',
    cure: 'What the client proves itself with is sent to one host only.',
  },
  'tenant-required': {
    says: 'An application that acts for itself belongs to one tenant.',
    cure: 'Enter the Directory (tenant) ID from the overview of the app registration. “common” will not do here.',
  },
  'flow-fixed': {
    says: 'This provider’s template has one flow, and it is not this one.',
    cure: 'Choose another template.',
  },
  'identity-fixed': { says: 'How the mailbox is recognised cannot be chosen for this client.' },
  'personal-needs-identity': {
    says: 'Staff can connect their own mailboxes only where the provider says who they are.',
    cure: 'Leave it switched off for a client whose mailboxes are typed.',
  },
  'personal-needs-host': {
    says: 'It is not known where mail of these mailboxes leaves, or the tokens may not be shown there: {host|no host is named}.',
    cure: 'Name the server for outgoing mail, and add its host to the mail servers of this client.',
  },
  'scope-mixes-resources': {
    says: 'A token is for one resource: {one} belongs to {oneResource}, {other} to {otherResource}.',
    cure: 'Leave the one out that the mailbox does not need, or register a second client for it.',
  },
  'scope-mixes-default': {
    says: '{whole} asks for everything that was granted, so {named} cannot stand beside it.',
    cure: 'Keep one of the two.',
  },
  'scope-not-default': {
    says: 'An application that acts for itself asks for what it was granted as a whole; {word} is not allowed there.',
    cure: 'Enter https://outlook.office365.com/.default and nothing else.',
  },
  'parameter-reserved': {
    says: 'The parameter {name|of that name} belongs to the protocol and cannot be set by hand.',
  },
  'discovery-failed': {
    says: 'The provider did not describe its endpoints under this address.',
    cure: 'Enter the endpoints by hand.',
  },

  // oauth-tokens: import and export
  'yaml-invalid': {
    says: 'The file stops being YAML in line {line}, column {column}: {reason:yamlFaults}.',
    cure: 'Mend that line. Only plain YAML 1.2 is read: no tags, no merge keys, no key twice in one place.',
  },
  'yaml-not-utf8': {
    says: 'The file is not text in UTF-8.',
    cure: 'Save it with the encoding UTF-8 and choose it again.',
  },
  'yaml-too-large': { says: 'The file is larger than {megabytes} MB.', cure: 'Split it into several files.' },
  'yaml-too-hard': {
    says: 'Reading the file took too much time or memory, so it was given up.',
    cure: 'Split it into several files. An honest file of this size is read in seconds.',
  },
  'yaml-not-clients': {
    says: 'There are no OAuth2 clients in this file.',
    cure: 'Choose a file that Mailroom exported, or one with token configurations that Znuny exported.',
  },
  'document-version-unknown': {
    says: 'The file was written in version {version} of the format; version {known} can be read.',
    cure: 'Update this helpdesk, or export the file again with an older one.',
  },
  'too-many-entries': {
    says: 'The file has {entries} {entries?entry|entries}; {limit} are taken at once.',
    cure: 'Split it into several files.',
  },
  'unknown-key': {
    says: 'Nobody knows the key “{name|of that name}”.',
    cure: 'Correct its spelling, or take it out.',
  },
  'entry-duplicate': {
    says: 'Another entry of the file has this name already, in line {line}.',
    cure: 'Give each client a name of its own.',
  },
  'template-unknown': {
    says: 'There is no template “{template}”.',
    cure: 'Use “custom” with endpoints of its own.',
  },
  'template-fixed': {
    says: 'The client that is there was made from the template “{template}”, and that never changes.',
    cure: 'Import it under another name, or delete the client first.',
  },
  'private-key-unusable': {
    says: 'The private key cannot be used ({reason:privateKeyFaults|it has the wrong form}).',
    cure: 'It has to be an RSA key in PKCS #8 (BEGIN PRIVATE KEY), with its own certificate if there is one.',
  },
  'passphrase-required': {
    says: 'The secrets in this file are sealed under a passphrase.',
    cure: 'Enter the passphrase.',
  },
  'passphrase-wrong': {
    says: 'This is not the passphrase of the file, so nothing was imported.',
    cure: 'Ask whoever exported it.',
  },
  'sealed-secret-damaged': {
    says: 'A sealed secret does not open here: it was changed, or its client ID or the host of its token endpoint was.',
    cure: 'Export it again, or put the secret in its place as a value.',
  },
  'export-secret-unreadable': {
    says: 'The secret of the client “{name}” cannot be opened with the encryption keys of this installation.',
    cure: 'Enter the secret of that client again, or export without secrets.',
  },
  'reauthentication-required': {
    says: 'Before secrets leave in clear text, prove once more that it is you.',
    cure: 'Enter your password again, then export within the next minutes.',
  },
  'reauthentication-unavailable': {
    says: 'This helpdesk cannot ask who you are once more, so secrets do not leave it in clear text.',
    cure: 'Seal them under a passphrase. Whoever runs the helpdesk can add “reauthenticated” to its AdminAccess.',
  },

  // oauth-tokens: authorization
  'authorization-not-found': {
    says: 'This sign-in at the provider is not known here.',
    cure: 'Begin again.',
  },
  'state-unknown': {
    says: 'The provider sent the browser back with an answer that nobody here asked for.',
    cure: 'Begin again from the page of the mailbox.',
  },
  'state-used': {
    says: 'This answer of the provider was used already.',
    cure: 'If the mailbox is not connected, begin again.',
  },
  'state-expired': {
    says: 'The sign-in at the provider took longer than ten minutes.',
    cure: 'Begin again.',
  },
  'other-browser': {
    says: 'The sign-in was begun in another browser.',
    cure: 'Begin and finish it in the same browser, with cookies allowed.',
  },
  'actor-not-allowed': {
    says: 'Whoever began this sign-in may not administer mail any more.',
    cure: 'Begin again with an account that may.',
  },
  'identity-unverified': {
    says: 'The provider has not verified that this address is yours.',
    cure: 'Confirm the address at the provider, then connect again.',
  },
  'mailbox-not-yours': {
    says: 'You signed in as {actual|somebody else}, and your address here is {expected|another one}.',
    cure: 'Sign in at the provider with your own mailbox.',
  },
  'mailbox-taken': {
    says: '{mailbox|This mailbox} is used by the helpdesk already, or by a colleague.',
    cure: 'Connect a mailbox that is yours alone.',
  },
  'too-many-authorizations': {
    says: 'You have gone to the provider too often within ten minutes.',
    cure: 'Wait a little, then try again.',
  },
  'own-mailbox-not-connected': {
    says: 'The mailbox could not be connected.',
    cure: 'Try once more. If it stays like that, tell an admin of the helpdesk when it happened.',
  },
  'consent-denied': {
    says: 'The sign-in was cancelled or permission was not given.',
    cure: 'Begin again, sign in as the mailbox and accept what is asked for.',
  },
  'provider-refused': {
    says: 'The provider refused the request ({error|no reason given}).',
    cure: 'Check client ID, redirect URI, tenant and scope of the client.',
  },
  'code-missing': { says: 'The provider answered without an authorization code.', cure: 'Begin again.' },
  'issuer-mismatch': {
    says: 'The answer came from another provider than the one that was asked.',
    cure: 'Check the issuer of the client. If it is right, somebody may be tampering: do not go on.',
  },
  'exchange-failed': {
    says: 'The provider did not hand out a token.',
    cure: 'Check client secret and token endpoint of the client.',
  },
  'identity-missing': {
    says: 'The provider did not say whose mailbox this is.',
    cure: 'The scope needs “openid email”, or the account has no address.',
  },
  'identity-not-for-us': {
    says: 'The identity that came back was made for another application.',
    cure: 'Check the client ID.',
  },
  'flow-needs-consent': {
    says: 'With this client somebody has to sign in and consent.',
    cure: 'Connect the mailbox instead of requesting a token.',
  },
  'flow-needs-no-consent': {
    says: 'This client gets its tokens by itself: there is nothing to sign in to.',
    cure: 'Request a token instead of connecting.',
  },
  'mailbox-required': {
    says: 'The address of the mailbox is missing.',
    cure: 'Type whose mailbox it is: the provider does not say.',
  },
  'device-endpoint-missing': {
    says: 'This client has no device endpoint.',
    cure: 'Type it on the client if the provider has one, or connect in a browser.',
  },
  'device-code-expired': {
    says: 'Nobody typed the code at the provider in time.',
    cure: 'Begin again and type the new code.',
  },
  'token-disconnected': {
    says: 'This token is disconnected already.',
    cure: 'Reconnect it to use it again.',
  },
  'token-request-failed': {
    says: 'The provider did not hand out a token (code {code|unknown}).',
    cure: 'Check secret or certificate, tenant and scope of the client, and at the provider the permission or the delegation for this mailbox.',
  },
  'identity-has-token': {
    says: '{actual|Whoever signed in} has a token of this client already.',
    cure: 'Let accounts and servers use that token instead, or delete it first.',
  },
  'another-identity': {
    says: 'The sign-in was for {actual|another mailbox}, but this token belongs to {expected|somebody else}.',
    cure: 'Begin again and sign in as {expected|the mailbox of this token}.',
  },
  'scope-missing': {
    says: 'A permission was not granted: {missing|access to the mailbox}.',
    cure: 'Begin again and leave every box ticked. At Microsoft the permission may have to be added to the app registration first.',
  },
  'refresh-token-missing': {
    says: 'The provider gave no refresh token, so the connection would end within the hour.',
    cure: 'Microsoft needs “offline_access” in the scope. At Google remove the app under “Third-party access” and begin again.',
  },

  // oauth-tokens: tokens
  'token-not-found': { says: 'This token does not exist any more.' },
  'token-in-use': {
    says: 'The token is used by {uses|an account or server} and cannot be deleted.',
    cure: 'Give these another token or archive them first.',
  },
  'host-not-for-token': {
    says: 'The token may not be shown to {host|this server}: its client allows {allowed|others} only.',
    cure: 'Check the host name. If the server is the right one, add it to the mail servers of the client, which asks for its secret again.',
  },
  'token-in-clear': {
    says: 'A token is not sent to {host|this server} in clear text: whoever listens on the way could use it.',
    cure: 'Choose TLS or STARTTLS. Without, a token goes only to networks that the operator calls private.',
  },
  'token-needs-reconnect': {
    says: 'The provider does not accept this connection any more.',
    cure: 'Reconnect the mailbox: sign in once and everything resumes.',
  },
  'token-needs-admin': {
    says: 'The mailbox gets no token until an administrator has acted.',
    cure: 'The administrator at the provider has to allow the application or the account.',
  },
  'client-needs-fixing': {
    says: 'The provider does not accept the OAuth2 client.',
    cure: 'Its secret may have expired, or client ID, tenant or scope are wrong. Correct the client.',
  },
  'token-refresh-delayed': {
    says: 'The provider gives no new token just now.',
    cure: 'Mailroom tries again by itself: {retryAt|soon}. Nothing is lost.',
  },

  // oauth-tokens: diagnosis
  'client-incomplete': {
    says: 'Something is missing in the client: {missing:clientParts|a field}.',
    cure: 'Complete the client.',
  },
  'secret-expired': {
    says: 'The client secret has expired on {at|a past day}.',
    cure: 'Create a new secret at the provider and enter its value at the client.',
  },
  'secret-refused': {
    says: 'The provider refuses the client secret since {at|a while}.',
    cure: 'Create a new secret at the provider and enter its value (not its ID) at the client.',
  },
  'secret-not-judged': {
    says: 'The provider’s answer ({code|none}) does not say whether it takes the secret.',
    cure: 'Connect a mailbox: that shows it for certain.',
  },
  'certificate-expired': {
    says: 'The certificate of the client has expired on {at|a past day}.',
    cure: 'Make a new one at the client and upload it at the provider.',
  },
  'clock-off': {
    says: 'The clock of this server is {seconds|many} seconds {direction:clockDirections|off} the clock of the provider.',
    cure: 'Switch on time synchronisation (NTP). Providers refuse what comes from the past or the future.',
  },
  'audience-not-mail': {
    says: 'The token is for {audience|something else}, not for Exchange, so mail servers refuse it.',
    cure: 'Ask for scopes that begin with https://outlook.office.com/ (of an application: https://outlook.office365.com/.default), and for no others but identity. Then request a new token.',
  },
  'permission-missing': {
    says: 'The token does not hold the permission {missing|for mail}.',
    cure: 'Add it to the app registration (API permissions), have it granted, then request a new token. An application needs the permission of the type “Application” of Office 365 Exchange Online, with admin consent.',
  },
  'sending-permission-missing': {
    says: 'The token does not hold SMTP.SendAsApp.',
    cure: 'Mail can be fetched. To send, grant it to the application, or assign the role “Application SMTP.SendAsApp” in Exchange.',
  },
  'another-tenant': {
    says: 'The token is of the tenant {actual|of somebody else}, but the client belongs to {expected|another}.',
    cure: 'Sign in with an account of the right organisation, or correct the tenant of the client.',
  },
  'another-application': {
    says: 'The token was made for the application {actual|of somebody else}, not for {expected|this client}.',
    cure: 'The client ID was changed since: request a new token.',
  },
  'mailbox-of-another': {
    says: 'The token is of {user|somebody else}, not of {mailbox|the mailbox}.',
    cure: 'For a shared mailbox that is right, if {user|that account} has full access to it (and “Send as” for sending) and the login of account and server is the shared mailbox.',
  },
  'exchange-decides': {
    says: 'Which mailboxes an application may open is decided in Exchange, and no token tells.',
    cure: 'If the mail server answers “AUTHENTICATE failed” to a good token, run the commands below once. Object ID is that of the enterprise application, not of the app registration.',
  },

  // mail-accounts
  'account-not-found': { says: 'This mail account does not exist any more.' },
  'account-state-refused': {
    says: 'The account cannot go into this state from where it is.',
    cure: 'Reload the page: it may have changed meanwhile.',
  },
  'account-not-live': {
    says: 'The account is not live, so nothing is fetched.',
    cure: 'Start or resume it first.',
  },
  'account-changed-meanwhile': {
    says: 'Somebody else changed this account at the same time.',
    cure: 'Look at it as it is now and try again.',
  },
  'account-token-unknown': { says: 'There is no such token.', cure: 'Choose another one.' },
  'account-check-failed': { says: 'The mail account did not pass its test.' },
  'delivery-not-found': { says: 'This mail is not in the ledger any more.' },
  'raw-mail-forgotten': { says: 'The raw mail is gone: the helpdesk asked to forget it.' },
  'delivery-not-replayable': { says: 'Only mail in quarantine can be tried again.' },
  'delivery-not-in-quarantine': { says: 'This mail is not in quarantine any more.' },
  'quarantine-busy': {
    says: 'Something is being done with many mails of the quarantine already.',
    cure: 'Wait until it is done, or stop it.',
  },
  'too-many-listeners': {
    says: 'Too many pages listen for warnings already.',
    cure: 'Warnings are shown all the same; this page listens again in a moment.',
  },
  'banner-not-found': { says: 'There is no such warning any more: its cause is gone.' },
  'attachment-not-found': { says: 'This mail has no such attachment.' },
  'address-required': { says: 'The login is no mail address, so the address of the mailbox is needed.' },
  'password-required': { says: 'A password is needed.' },
  'password-required-for-new-origin': {
    says: 'The stored password belongs to another server, so it is not sent to the new one.',
    cure: 'Enter the password again.',
  },
  'token-required': { says: 'A token is needed.', cure: 'Choose one, or connect the mailbox first.' },
  'token-required-for-new-origin': {
    says: 'The token was chosen for another server, so it is not sent to the new one.',
    cure: 'Choose the token again if this server may have it.',
  },
  'token-needs-tls': {
    says: '{host|This server} is spoken to with TLS from the first byte only.',
    cure: 'Choose TLS.',
  },
  'move-folder-is-source': {
    says: 'Mail cannot be moved to the folder it is fetched from.',
    cure: 'Choose another folder.',
  },
  'move-folder-required': { says: 'The folder to move mail to is needed.' },
  'disposition-needs-imap': {
    says: 'POP3 can delete mail or leave it, and nothing else.',
    cure: 'Choose one of the two, or fetch by IMAP.',
  },
  'folders-need-imap': {
    says: 'POP3 knows the inbox and no other folder.',
    cure: 'Fetch other folders by IMAP.',
  },

  'route-not-found': { says: 'There is no such route.', cure: 'It may have been deleted meanwhile.' },
  'route-address-taken': { says: 'There is a route for this address already.', cure: 'Change that one.' },
  'mail-rule-not-found': { says: 'There is no such rule.', cure: 'It may have been deleted meanwhile.' },
  'mail-rules-changed-meanwhile': {
    says: 'Somebody else added or deleted a rule meanwhile.',
    cure: 'Reload the page and order them again.',
  },
  'mail-rules-too-many': {
    says: 'There are {most|too many} rules already.',
    cure: 'Delete those that nobody needs, or put several conditions into one.',
  },
  'tried-mail-too-large': { says: 'A mail that is tried may have {mebibytes|50} MB at most.' },
  'ignored-by-rule': { says: 'The rule “{reason|that was asked}” ignores such mail.' },
  'ignored-by-header': {
    says: 'Its own control header asked for it to be ignored, and somebody vouched for it.',
  },
  'sender-too-frequent': {
    says: '{reason|Its sender} had sent so much already that this looked like two robots answering each other.',
    cure: 'Handing it over again lets it pass. A rule can free a sender from the limit, the settings move it.',
  },
  'quarantined-by-rule': {
    says: 'The rule “{reason|that was asked}” keeps such mail until somebody has looked at it.',
    cure: 'Handing it over again lets it pass.',
  },

  'mailbox-unreachable': {
    says: '{host|The mail server} cannot be reached from here.',
    cure: 'Check host and port, and that a firewall lets this server through.',
  },
  'mailbox-connection-lost': { says: 'The connection to {host|the mail server} broke off.' },
  'mailbox-connection-refused': {
    says: '{host|The mail server} refuses connections on this port.',
    cure: 'Check host and port.',
  },
  'mailbox-greeting-missing': {
    says: '{host|The server} accepts the connection and says nothing.',
    cure: 'Usually port and encryption do not go together: 993 (POP3: 995) is TLS, 143 (POP3: 110) is STARTTLS.',
  },
  'mailbox-greeting-foreign': {
    says: '{host|The server} speaks {protocol|another protocol} on port {port|this one}.',
    cure: 'Check the port: IMAP is 993 with TLS and 143 with STARTTLS, POP3 is 995 and 110.',
  },
  'mailbox-port-in-clear': {
    says: '{host|The server} answers on port {port|this one} without TLS.',
    cure: 'Choose STARTTLS for this port, or port 993 (POP3: 995) for TLS.',
  },
  'mailbox-too-slow': { says: '{host|The mail server} takes too long to answer.' },
  'mailbox-certificate-invalid': {
    says: 'The certificate of {host|the mail server} is not valid ({fault:certificateFaults|reason unknown}), so nothing was sent to it.',
    cure: 'Use the host name that stands in the certificate, have it renewed, or name the authority that signed it.',
  },
  'mailbox-certificate-changed': {
    says: '{host|The mail server} shows another certificate than the one that was pinned, so nothing was sent to it.',
    cure: 'Ask who runs it whether the certificate was replaced, compare the fingerprint, and pin the new one.',
  },
  'mailbox-tls-failed': {
    says: 'No encrypted connection to {host|the mail server} could be made.',
    cure: 'Usually port and encryption do not go together: 993 (POP3: 995) is TLS, 143 (POP3: 110) is STARTTLS.',
  },
  'mailbox-starttls-missing': {
    says: '{host|The mail server} does not offer STARTTLS.',
    cure: 'Choose TLS and port 993, for POP3 port 995.',
  },
  'mailbox-tls-required': {
    says: '{host|The mail server} wants encryption before the sign-in.',
    cure: 'Choose TLS or STARTTLS.',
  },
  'mailbox-login-refused': {
    says: '{host|The mail server} refuses the sign-in as {login|this mailbox}.',
    cure: 'Check that IMAP (or POP3) is switched on for the mailbox, that the login is its main address, and that the scope includes it.',
  },
  'mailbox-login-unsupported': {
    says: '{host|The mail server} does not offer this way to sign in.',
    cure: 'Choose the other one.',
  },
  'mailbox-password-not-allowed': {
    says: '{host|The mail server} does not take the password of the account.',
    cure: 'Connect the mailbox with OAuth2, or create an app password at the provider.',
  },
  'mailbox-web-login-required': {
    says: 'The provider wants somebody to sign in to the mailbox in a browser once.',
  },
  'mailbox-imap-disabled': {
    says: 'IMAP is switched off for this mailbox.',
    cure: 'Its administrator can switch it on.',
  },
  'mailbox-pop3-disabled': {
    says: 'POP3 is switched off for this mailbox.',
    cure: 'Switch it on in the settings of the mailbox, or fetch by IMAP.',
  },
  'mailbox-uidl-missing': {
    says: '{host|The mail server} has no lasting names for its mail (UIDL), so nobody could tell what was fetched before.',
    cure: 'Fetch this mailbox by IMAP.',
  },
  'mailbox-not-connected': {
    says: 'The sign-in works, but the mailbox behind it cannot be opened.',
    cure: 'Often it passes. If not: the account has no licence, IMAP is off, or it has no full access to the shared mailbox.',
  },
  'mailbox-session-expired': { says: 'The session ended with its token. A new one follows.' },
  'mailbox-throttled': {
    says: 'The provider asks for a pause until {retryAt|a little later}.',
    cure: 'Fetching goes on by itself afterwards.',
  },
  'mailbox-connection-limit': {
    says: 'The mailbox has too many open connections.',
    cure: 'Other programs use it too. Fetching goes on by itself when one ends.',
  },
  'mailbox-bandwidth-exceeded': {
    says: 'The mailbox reached the provider’s limit for today.',
    cure: 'Fetching goes on by itself, not before {retryAt|an hour has passed}.',
  },
  'mailbox-busy': { says: 'The mailbox is in use elsewhere.', cure: 'Fetching goes on by itself.' },
  'mailbox-unavailable': {
    says: 'The provider is having trouble with this mailbox.',
    cure: 'Fetching goes on by itself.',
  },
  'sent-mailbox-missing': {
    says: 'No live account fetches {mailbox|this mailbox} by IMAP, so there is no Sent folder to put a copy into.',
    cure: 'Add the mailbox as an IMAP account, or switch off copies on its outgoing server.',
  },
  'sent-folder-missing': {
    says: 'The mailbox has no Sent folder, and its server does not let Mailroom make one.',
    cure: 'Make a folder named “Sent” in the mailbox.',
  },
  'sent-copy-refused': {
    says: 'The mail server does not take a copy into Sent ({reason:sentCopyFaults|no reason given}).',
    cure: 'Look whether the mailbox is full. Mailroom tries again by itself.',
  },
  'mailbox-damaged': {
    says: 'The provider reports that the mailbox is damaged.',
    cure: 'Only the provider can repair it.',
  },
  'mailbox-provider-contact': { says: 'The provider refuses and asks to be contacted.' },
  'mailbox-folder-missing': {
    says: 'There is no folder {folder|of this name} in the mailbox.',
    cure: 'Check its name; sub-folders are written as the server does.',
  },
  'mailbox-folder-forbidden': { says: 'The folder {folder|of this account} may not be opened.' },
  'mailbox-move-folder-missing': {
    says: 'There is no folder {folder|of this name} to move mail to.',
    cure: 'Create it in the mailbox, or choose another.',
  },
  'mailbox-read-only': {
    says: 'The folder can be read but not changed.',
    cure: 'Give the account the right to, or leave mail untouched.',
  },
  'mailbox-answer-refused': {
    says: '{host|The mail server} refused a command or gave an answer that is not trusted.',
  },
  'mailbox-answer-unreadable': { says: '{host|The mail server} gave an answer that makes no sense.' },
  'mailbox-answer-too-large': {
    says: '{host|The mail server} sent more than any real answer holds, so reading stopped.',
  },
  'mailbox-failure-unknown': {
    says: 'Fetching failed for a reason that is not known by name.',
    cure: 'The log of the server has the details.',
  },
  'mailbox-disposal-refused': {
    says: 'The mail server does not let fetched mail be deleted, marked or moved.',
    cure: 'Fetching goes on and it is tried again. Check the rights of the account, or choose “Leave untouched”.',
  },
  'mail-gone': {
    says: 'The mail was gone from the mail server when it was asked for.',
    cure: 'Somebody or a rule moved or deleted it there.',
  },
  'mail-missing-from-answer': {
    says: '{host|The mail server} left a mail out of its answer.',
    cure: 'It is asked for again: nothing is passed over.',
  },
  'session-lost': { says: 'Another instance took over this mailbox.' },
  'session-ended': { says: 'The session was ended.' },
  'database-trouble': {
    says: 'The database was in trouble.',
    cure: 'Nothing is lost: the mail is fetched again.',
  },
  'handler-failed': {
    says: 'The helpdesk could not take this mail in.',
    cure: 'The log of the server says why. Try it again when that is repaired.',
  },
  'handler-answer-missing': {
    says: 'The helpdesk did not say what became of this mail.',
    cure: 'The program that takes mail in has a fault; its log says more.',
  },
  unparsable: {
    says: 'The mail is too broken to be read.',
    cure: 'Its raw bytes are kept and can be downloaded.',
  },
  'parser-busy': { says: 'Reading mail is backed up.' },
  'parser-stopped': { says: 'Reading this mail took too long and was stopped.' },

  // outgoing-servers
  'server-not-found': { says: 'This outgoing server does not exist any more.' },
  'server-has-mail': {
    says: 'Mail was sent through this server, so it is kept.',
    cure: 'Archive it instead of deleting it.',
  },
  'server-incomplete': {
    says: 'Something is missing before this server can send.',
    cure: 'Complete its sign-in.',
  },
  'server-state-refused': { says: 'The server cannot go into this state from where it is.' },
  'login-missing': { says: 'A login is needed.' },
  'password-not-with-token': {
    says: 'A server that signs in with a token takes no password.',
    cure: 'Leave the password empty.',
  },
  'password-needed-again': {
    says: 'The stored password belongs to another server, so it is not sent to the new one.',
    cure: 'Enter the password again.',
  },
  'token-needed-again': {
    says: 'The token was given for another server, so it is not sent to the new one.',
    cure: 'Choose the token again.',
  },
  'token-unknown': { says: 'There is no such token.', cure: 'Choose another one.' },
  'microsoft-needs-starttls': {
    says: 'Microsoft takes outgoing mail over STARTTLS on port 587 only.',
    cure: 'Choose STARTTLS.',
  },
  'server-order-stale': {
    says: 'Servers came or went meanwhile, so the order was not changed.',
    cure: 'Look at the list again.',
  },
  'server-not-live': {
    says: 'This server is not live, so nothing leaves through it.',
    cure: 'Start using it first. The test of the connection works in every state.',
  },
  'test-sender-missing': {
    says: 'Nobody is known whom this server could send as.',
    cure: 'Put an address into its sender filter, or name a default sender in the sender policy.',
  },
  'login-no-mailbox': {
    says: 'With a token {host|this provider} wants the mailbox as the login.',
    cure: 'Write its whole address: support@example.com.',
  },
  'google-needs-tls': {
    says: 'Google takes outgoing mail over encrypted connections only.',
    cure: 'Choose STARTTLS on port 587, or TLS on port 465.',
  },
  'provider-keeps-sent': {
    says: '{host|This provider} puts what it sends into Sent by itself: a second copy would lie beside it.',
    cure: 'Switch the copy off.',
  },
  'sent-copy-failed': {
    says: 'The mail was sent, but for a day no copy could be put into Sent.',
    cure: 'Once that is repaired, have the copy made again.',
  },
  'sent-copy-not-failed': {
    says: 'No copy of this mail was given up: it is there, on its way, or not wanted.',
  },
  'fallback-not-for-all': {
    says: 'The fallback sends what fits nowhere else, so it can be neither a bulk server nor somebody’s own.',
    cure: 'Make another server the fallback.',
  },
  'personal-servers-full': {
    says: 'So many mailboxes of one’s own are allowed: {most|none}.',
    cure: 'Disconnect one first, or ask an admin for more.',
  },
  'personal-server-archived': {
    says: 'An admin has closed this mailbox for sending.',
    cure: 'Ask an admin of the helpdesk.',
  },
  'too-many-test-mails': {
    says: 'Ten test mails within an hour are enough.',
    cure: 'Look into the mailbox first.',
  },
  'check-is-running': { says: 'This mailbox is being tried just now.', cure: 'Wait until that is done.' },
  'server-is-personal': {
    says: 'This server belongs to one person, and nobody else sends through it.',
    cure: 'Choose another server.',
  },
  'from-filter-invalid': {
    says: '“{entry|This}” is neither an address nor a domain.',
    cure: 'Write support@example.com or example.com, separated by commas.',
  },
  'sender-policy-invalid': {
    says: '“{value|This}” does not fit here.',
    cure: 'Write a whole address; without a domain only where the catch-all domain is set.',
  },

  'draft-invalid': { says: 'The mail is incomplete.' },
  'header-not-allowed': { says: 'The header {name|of that name} may not be set.' },
  'mail-too-large': { says: 'The mail is larger than the outbox takes.' },
  'mail-not-composable': { says: 'No mail could be made of this draft.' },
  'mail-not-found': { says: 'This mail is not in the outbox any more.' },
  'mail-already-sent': { says: 'The mail has been sent already.' },
  'mail-is-leaving': { says: 'The mail is being sent just now.' },
  'outbox-busy': {
    says: 'Something is being done with many mails of the outbox already.',
    cure: 'Wait until it is done, or stop it.',
  },
  'no-server-for-sender': {
    says: 'No outgoing server sends for {from|this sender}.',
    cure: 'Add the address to the filter of a server, or make one the fallback.',
  },
  'named-server-unavailable': {
    says: 'The server this mail asks for is not live.',
    cure: 'Resume it, or cancel the mail.',
  },
  'sending-interrupted': { says: 'Sending was interrupted before the server answered.' },
  'delivery-uncertain': {
    says: 'The connection broke after the mail was handed over: it may have left, and arrive twice.',
    cure: 'After three times it waits for you: ask a recipient before you send it again.',
  },
  'delivery-expired': {
    says: 'The mail could not be sent for days, so trying stopped.',
    cure: 'Repair the server and try again.',
  },
  'server-unreachable': {
    says: '{host|The server} cannot be reached from here.',
    cure: 'Check host and port. Many networks block port 25.',
  },
  'server-too-slow': { says: '{host|The server} takes too long to answer.' },
  'server-connection-lost': { says: 'The connection to {host|the server} broke off.' },
  'server-certificate-refused': {
    says: 'The certificate of {host|the server} is not valid ({reason:certificateFaults|reason unknown}), so nothing was sent to it.',
    cure: 'Use the host name that stands in the certificate, have it renewed, or name the authority that signed it.',
  },
  'server-certificate-changed': {
    says: '{host|The server} shows another certificate than the one that was pinned, so nothing was sent to it.',
    cure: 'Ask who runs it whether the certificate was replaced, compare the fingerprint, and pin the new one.',
  },
  'server-speaks-no-tls': {
    says: '{host|The server} does not speak TLS on this port.',
    cure: 'Usually 465 is TLS and 587 is STARTTLS.',
  },
  'starttls-not-offered': {
    says: '{host|The server} does not offer STARTTLS on this port.',
    cure: 'Usually 587 is STARTTLS and 465 is TLS.',
  },
  'server-paced': {
    says: 'The server takes only so many mails or recipients at a time: this one waits for its turn.',
  },
  'server-busy': { says: '{host|The server} is busy and asks to come back later.' },
  'server-answer-strange': { says: '{host|The server} answered in a way that makes no sense.' },
  'sign-in-refused': {
    says: '{host|The server} refuses the sign-in as {login|this mailbox}.',
    cure: 'Check that SMTP sign-in is allowed for the mailbox and that the scope includes sending.',
  },
  'sign-in-delayed': { says: '{host|The server} puts off the sign-in.' },
  'smtp-sign-in-disabled': {
    says: 'Sending over SMTP is switched off for this mailbox.',
    cure: 'At Microsoft an administrator runs: Set-CASMailbox -Identity <mailbox> -SmtpClientAuthenticationDisabled $false',
  },
  'password-sign-in-ended': {
    says: 'The provider no longer takes passwords.',
    cure: 'Connect the mailbox with OAuth2.',
  },
  'application-password-needed': {
    says: 'The provider wants an app password here.',
    cure: 'Connect the mailbox with OAuth2, or create an app password.',
  },
  'sending-limit-reached': {
    says: 'The mailbox reached the provider’s limit for sending.',
    cure: 'The mail waits and leaves by itself.',
  },
  'sender-not-allowed': {
    says: 'The mailbox may not send as {from|this sender}.',
    cure: 'Give it the right to send as that address, or narrow the filter of the server.',
  },
  'sender-refused': { says: '{host|The server} does not take mail from {from|this sender}.' },
  'recipients-refused': {
    says: '{host|The server} does not take mail for {recipients|the recipients}.',
    cure: 'Check the addresses.',
  },
  'recipients-delayed': { says: '{host|The server} puts the recipients off.' },
  'mail-refused': { says: '{host|The server} refused the mail.' },
  'mail-delayed': { says: '{host|The server} puts the mail off.' },
  'mail-too-large-for-server': {
    says: 'The mail is larger than {host|the server} takes.',
    cure: 'Send a link instead of an attachment.',
  },

  // web-services
  'invoker-not-found': { says: 'There is no invoker {name|like that} any more.' },
  'invoker-name-taken': { says: 'Another invoker has this name already.', cure: 'Choose another name.' },
  'invoker-paused': {
    says: 'The invoker {name|} is paused, so it is not called.',
    cure: 'Set it to active.',
  },
  'invoker-token-required': { says: 'A token is needed.', cure: 'Choose one, or connect it first.' },
  'invoker-token-unknown': { says: 'There is no such token.', cure: 'Choose another one.' },
  'invoker-token-needed-again': {
    says: 'The token was chosen for another server, so it is not sent to the new one.',
    cure: 'Choose the token again if this server may have it.',
  },
  'header-value-required': { says: 'The header {name|of that name} needs a value.' },
  'header-needed-again': {
    says: 'The stored value of {name|this header} belongs to another server, so it is not sent to the new one.',
    cure: 'Enter it again.',
  },
  'header-reserved': {
    says: 'The header {name|of that name} is written by Mailroom itself.',
    cure: 'Remove it. For an Authorization header of your own choose “In headers of my own”, or no token.',
  },
  'header-twice': { says: 'The header {name|of that name} is there twice.' },
  'access-token-not-placed': {
    says: 'No header holds the access token, so it would not be sent.',
    cure: 'Write {placeholder|the placeholder} into the value of a header, for example “Bearer {placeholder|…}”.',
  },
  'access-token-misplaced': {
    says: 'The access token may not stand here.',
    cure: 'It is allowed in headers only, with “In headers of my own” chosen: addresses and bodies end in logs.',
  },
  'template-malformed': {
    says: 'A brace in “{part|this}” belongs to no placeholder.',
    cure: 'A placeholder is a name in braces, with dots where it lies deeper. Double a brace that shall stay one.',
  },
  'path-template-invalid': {
    says: 'This is not the rest of a web address.',
    cure: 'Encode what is special, and leave out fragments (#) and steps upwards (..).',
  },
  'body-template-not-json': {
    says: 'The body is not JSON.',
    cure: 'Placeholders stand in quotes: a value that is nothing but a placeholder becomes whatever JSON the payload holds.',
  },
  'body-not-with-get': {
    says: 'GET sends no body.',
    cure: 'Choose another method, or leave the body empty.',
  },
  'ca-certificate-invalid': {
    says: 'This is not a certificate in PEM.',
    cure: 'Paste everything from BEGIN CERTIFICATE to END CERTIFICATE, and no private key.',
  },
  'webhook-not-found': { says: 'This webhook does not exist any more.' },
  'webhook-message-not-found': {
    says: 'This event is not in the log any more.',
    cure: 'It was kept for as long as the setting says.',
  },
  'webhooks-too-many': {
    says: 'There are {limit|too many} webhooks already.',
    cure: 'Delete one that nobody needs.',
  },
  'webhook-redirected': {
    says: 'The receiver answered with a redirect (status {status|3xx}), which is not followed.',
    cure: 'Enter the address where it really is.',
  },
  'webhook-refused': {
    says: 'The receiver did not take the event (status {status|unknown}).',
    cure: 'Look into its log: it has the webhook-id of the call.',
  },
  'webhook-gone': {
    says: 'The receiver says that it is gone (status {status|410}).',
    cure: 'Delete the webhook, or set it active again when the receiver is back.',
  },
  'base-url-needs-https': {
    says: 'A token or a secret header leaves over https only.',
    cure: 'Use an https address. Plain http is for hosts in networks that the helpdesk trusts.',
  },
  'template-value-missing': {
    says: 'The payload holds no value for “{name|a placeholder}”.',
    cure: 'Whoever calls the invoker has to give it.',
  },
  'template-value-refused': {
    says: 'The value for “{name|a placeholder}” cannot stand in the {place:requestParts|request}: it would change what is around it.',
    cure: 'Give a text or a number, without line breaks, and no “.” or “..” as part of a path.',
  },
  'payload-not-json': { says: 'The payload cannot be written as JSON.' },
} as const satisfies Sentences;

/** Problems that only the pages have. */
export const ownProblemSentences = {
  'server-silent': {
    says: 'The helpdesk does not answer.',
    cure: 'Check your connection, then try again. Nothing that you typed is lost.',
  },
  'server-slow': {
    says: 'The helpdesk did not answer in time.',
    cure: 'It is under load, or something on the way holds the answer back. What was asked for may have been done all the same: look before you do it again.',
  },
  'helpdesk-away': {
    says: 'The helpdesk cannot be reached at the moment (status {status}).',
    cure: 'It is starting, under load, or down behind its proxy. Try again in a moment; if it stays like this, somebody has to look at its log.',
  },
  'helpdesk-failed': {
    says: 'The helpdesk failed and did not say why (status {status}).',
    cure: 'Try again. If it happens again, its log of this moment says what it was.',
  },
  'sent-too-much': {
    says: 'What was sent is larger than the helpdesk or the proxy before it takes (status 413).',
    cure: 'Send less at once, or have the limit for the size of requests raised.',
  },
  'asked-too-often': {
    says: 'The helpdesk or the proxy before it wants fewer requests (status 429).',
    cure: 'Wait a minute, then try again.',
  },
  'answer-not-ours': {
    says: 'Something between the browser and the helpdesk answered instead of it (status {status|unknown}).',
    cure: 'A proxy may be down or in the way. Try again.',
  },
  'page-failed': {
    says: 'This page ran into an error of its own, or a part of it could not be fetched.',
    cure: 'Reload it. After an update of the helpdesk that is all it takes.',
  },
} as const satisfies Sentences;

/**
 * What stands in a sentence for a code: `{reason:inputFaults}` says the entry of that table. A code without an entry is a
 * word of somebody else's (of a server, of OpenSSL) and is shown as it is. A test compares the keys with the codes.
 */
export const codeWords = {
  inputFaults: {
    missing: 'it is missing',
    empty: 'it is empty',
    'too-short': 'it needs at least {limit} characters',
    'too-long': 'it may have {limit} characters at most',
    'too-small': 'it has to be {limit} or more',
    'too-large': 'it has to be {limit} or less',
    'too-few': 'there have to be at least {limit} of them',
    'too-many': 'there may be {limit} of them at most',
    'no-number': 'it is no number',
    'no-whole-number': 'it is no whole number',
    'no-address': 'it is no mail address',
    'no-url': 'it is no address of the web that could be used here',
    'no-time': 'it is no date and time',
    'not-one-of': 'it has to be one of {known}',
    'unknown-key': 'nobody knows “{name}”',
    'wrong-form': 'it has the wrong form',
    nul: 'it holds a NUL, which cannot be stored',
    'not-one-line': 'it has to be one line',
    'not-ascii-line': 'it has to be one line of letters, digits and signs of ASCII',
    'no-header-name': 'it is not the name of a header',
    'no-host': 'it is no host name',
    'no-host-or-wildcard': 'it is no host name, *.domain or *',
    'no-host-or-below': 'it is neither a host name nor *.domain',
    'no-domain': 'it is no domain',
    'no-address-or-domain': 'it is neither a mail address nor *@domain',
    'no-address-list': 'it has to read like ada@example.com, ben@example.com',
    'no-header-prefixes': 'it has to read like X-Mailroom-, X-OTRS-',
    'no-base-url': 'it has to be an http or https address without query, name and password',
    'no-receiver-url': 'it has to be an https address without name and password (http on this machine only)',
    'url-with-secrets': 'it may hold neither a user name nor a fragment',
    'no-certificates': 'it has to be one to ten certificates in PEM, and nothing else',
    'no-fingerprint': 'it is no SHA-256 fingerprint',
    'no-json': 'it is no JSON of the form that is wanted',
    'not-closed': 'its end is missing',
    twice: 'the same stands there twice',
    'no-rule': 'it has to name a rule, or be one',
    'token-or-password': 'it takes a token or a password, and not both',
    'needed-with-password': 'it is needed with a password',
    'only-with-password': 'it goes with a password only',
    'needed-without-key-file': 'it is needed, unless the key file of a service account brings it',
    'value-or-sealed': 'it needs either “value” or “sealed”',
    'no-power-of-two': 'it has to be a power of two',
    'leads-elsewhere': 'it has to stay below the address of these pages',
    'host-unknown-here': 'nobody knows it but whoever connects the mailbox',
  },
  certificateFaults: {
    CERT_HAS_EXPIRED: 'it has expired',
    CERT_NOT_YET_VALID: 'it is not valid yet',
    CERT_REVOKED: 'it was revoked',
    ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another host name',
    HOSTNAME_MISMATCH: 'it is for another host name',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
    SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not a public one',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server does not send the certificate of its authority along',
    UNABLE_TO_GET_ISSUER_CERT: 'its authority is not known',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not known',
    CERT_UNTRUSTED: 'its authority is not trusted',
    CERT_REJECTED: 'its authority does not allow this use',
    CERT_SIGNATURE_FAILURE: 'its signature is wrong',
    CERT_CHAIN_TOO_LONG: 'its chain is too long',
    PATH_LENGTH_EXCEEDED: 'its chain is too long',
    INVALID_CA: 'what signed it is no authority',
    INVALID_PURPOSE: 'it is not made for servers',
  },
  csvFaults: {
    'open-quote': 'a quotation mark has no end',
    'text-behind-quote': 'there is text behind a quotation mark',
    'too-large': 'it is larger than 10 MB',
    'no-utf8': 'it is not UTF-8',
    'too-many-cells': 'there are more cells than columns',
  },
  yamlFaults: {
    'control-character': 'there is a control character',
    'too-many-aliases': 'there are too many aliases',
    tag: 'there is a tag',
    'alias-of-nothing': 'an alias stands for nothing',
    'no-text-as-key': 'a key is no text',
    'merge-key': 'there is a merge key',
    'duplicate-key': 'a key is there twice',
    'alias-props': 'an alias has a tag or an anchor',
    'bad-alias': 'an alias is not written right',
    'bad-collection-type': 'a list or mapping has the wrong type',
    'bad-directive': 'a directive is not known',
    'bad-dq-escape': 'an escape within quotation marks is not known',
    'bad-indent': 'a line does not begin in the right column',
    'bad-prop-order': 'anchors and tags stand in the wrong order',
    'bad-scalar-start': 'a text begins with a sign that is taken',
    'block-as-implicit-key': 'a block cannot be a key',
    'block-in-flow': 'a block stands within brackets',
    impossible: 'the parser is at a loss',
    'key-over-1024-chars': 'a key is longer than 1,024 characters',
    'missing-char': 'a sign is missing',
    'multiline-implicit-key': 'a key is longer than a line',
    'multiple-anchors': 'there are several anchors in one place',
    'multiple-docs': 'there are several documents in it',
    'multiple-tags': 'there are several tags in one place',
    'non-string-key': 'a key is no text',
    'resource-exhaustion': 'it is too much',
    'tab-as-indent': 'a line begins with a tab',
    'tag-resolve-failed': 'there is a tag',
    'unexpected-token': 'there is a sign that does not belong there',
  },
  keyFileFaults: {
    missing: 'missing',
    wrong: 'wrong',
  },
  privateKeyFaults: {
    'no-rsa-key': 'it is no RSA key',
    'no-certificate': 'the certificate beside it is none',
    'another-certificate': 'the certificate beside it belongs to another key',
  },
  sentCopyFaults: {
    OVERQUOTA: 'the mailbox is full',
    APPENDLIMIT: 'the mail is too large for it',
    TOOBIG: 'the mail is too large for it',
    LIMIT: 'a limit of the server is reached',
    NOPERM: 'the sign-in may not write there',
    TRYCREATE: 'the folder is not there',
    CANNOT: 'the server cannot do that there',
    SEARCH: 'it does not say what is there already',
  },
  clientParts: {
    key: 'the private key',
    secret: 'the client secret',
    authorizationEndpoint: 'the authorization endpoint',
  },
  requestParts: {
    path: 'path',
    query: 'query',
    header: 'header',
    body: 'body',
  },
  clockDirections: {
    'ahead of': 'ahead of',
    behind: 'behind',
  },
} as const;

/** What helps against a whole class of problems. */
export const dispositionCures = {
  'retry-later': 'Mailroom tries again by itself.',
  reconnect: 'Reconnect the mailbox: sign in once and everything resumes.',
  'ask-admin': 'The administrator at the provider has to act.',
  'fix-client': 'Correct the OAuth2 client.',
  'give-up': undefined,
} as const;

/** What codes of providers mean and what helps, by names that `provider-failures.ts` gives them. */
export const providerSentences = {
  'password-changed': {
    says: 'The password was changed or the sessions of the account were revoked.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'ninety-days-unused': {
    says: 'The refresh token was not used for 90 days and has expired.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'grant-expired': {
    says: 'The refresh token or code has expired or is not valid any more.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'sign-in-frequency': {
    says: 'A sign-in frequency rule of the organisation ended the session.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes. An administrator can exempt the mailbox from that rule.',
  },
  'multi-factor': {
    says: 'The organisation now asks for multi-factor authentication.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'consent-withdrawn': {
    says: 'Consent is missing or was withdrawn.',
    cure: 'Reconnect, and accept every permission that is asked for.',
  },
  'session-over': {
    says: 'The session of the sign-in is over, because it expired or the password was changed.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'single-page-application': {
    says: 'The refresh token was issued to a single-page application and lived for 24 hours.',
    cure: 'Register the redirect URI under the platform Web, not Single-page application, then reconnect.',
  },
  'password-expired': {
    says: 'The password of the account has expired.',
    cure: 'Set a new password for the account, then reconnect.',
  },
  'finished-twice': {
    says: 'The sign-in was finished twice or in two windows at once.',
    cure: 'Begin the connection again and finish it in the same window.',
  },
  'account-of-another-tenant': {
    says: 'The account belongs to another tenant than the application.',
    cure: 'Sign in with an account of the tenant, or let the application accept accounts of any organisation.',
  },
  'account-missing': {
    says: 'There is no such account in the tenant.',
    cure: 'Check the address; the account may have been deleted or renamed. Then reconnect.',
  },
  'device-code-expired': {
    says: 'The device code has expired.',
    cure: 'Ask for a new device code and type it within 15 minutes.',
  },
  'conditional-access': {
    says: 'A Conditional Access policy or the security defaults of the tenant block the sign-in.',
    cure: 'Ask an administrator of the tenant to let this application and mailbox through in Entra → Protection → Conditional Access.',
  },
  'not-assigned': {
    says: 'The account is not assigned to the application.',
    cure: 'An administrator assigns it under Entra → Enterprise applications → Users and groups.',
  },
  'admin-consent-needed': {
    says: 'An administrator has to consent for the organisation first.',
    cure: 'An administrator opens the app registration → API permissions → Grant admin consent; then reconnect.',
  },
  'consent-declined': {
    says: 'The person who signed in declined the consent.',
    cure: 'Reconnect and accept, or let an administrator grant consent for the organisation.',
  },
  'account-disabled': {
    says: 'The account is disabled.',
    cure: 'An administrator enables sign-in for the account.',
  },
  'account-locked': {
    says: 'The account is locked after too many failed sign-ins.',
    cure: 'Wait a few minutes or let an administrator unlock it; then reconnect.',
  },
  'service-missing': {
    says: 'The tenant does not have the service that the scope names.',
    cure: 'Check the host names in the scope; Exchange Online has to be licensed in the tenant.',
  },
  'application-incomplete': {
    says: 'The application is set up incompletely in the tenant.',
    cure: 'An administrator checks its API permissions and grants admin consent.',
  },
  'secret-expired': {
    says: 'The client secret has expired.',
    cure: 'Make a new secret at Microsoft and paste its value into the client. All of its mailboxes resume at once.',
  },
  'secret-wrong': {
    says: 'The client secret is wrong. Often it is the ID of the secret instead of its value.',
    cure: 'Paste the value of the secret; Microsoft shows it only once, so you may need a new one.',
  },
  'application-missing': {
    says: 'The application does not exist in this tenant or is disabled.',
    cure: 'Check the client ID and the tenant in the client, and that the application is enabled at Microsoft.',
  },
  'proof-missing': {
    says: 'Microsoft wants a secret or certificate, and the client has none.',
    cure: 'Enter a secret, or allow public client flows in the app registration.',
  },
  'client-is-public': {
    says: 'The application is a public client, but a secret was sent.',
    cure: 'Register the redirect URI under the platform Web, or remove the secret from the client.',
  },
  'certificate-refused': {
    says: 'Microsoft does not accept the certificate.',
    cure: 'Upload the certificate that the client offers for download to the app registration, and check the client ID.',
  },
  'assertion-out-of-time': {
    says: 'The signed assertion was outside its time: the clock of this server may be wrong.',
    cure: 'Set the clock of the server (NTP).',
  },
  'redirect-uri-unknown': {
    says: 'The redirect URI is not registered at Microsoft.',
    cure: 'Copy it from the client into the app registration, letter for letter.',
  },
  'one-tenant-only': {
    says: 'The application is for one tenant only, but the client asks any tenant.',
    cure: 'Enter your tenant in the client, or allow accounts of any organisation in the app registration.',
  },
  'tenant-missing': {
    says: 'The tenant does not exist.',
    cure: 'Check the tenant in the client.',
  },
  'endpoint-does-not-fit': {
    says: 'The endpoint does not fit the account or application.',
    cure: 'Check the tenant and the endpoints of the client; “consumers” is for personal accounts only.',
  },
  'scope-refused-by-microsoft': {
    says: 'The scope is not one that the application may ask for in one request.',
    cure: 'Check the scope of the client against the API permissions of the app registration: permissions of one resource only, written exactly.',
  },
  'request-malformed': {
    says: 'Microsoft found the request incomplete or malformed.',
    cure: 'Check the scope and the extra parameters of the client.',
  },
  'code-of-another-tenant': {
    says: 'The code was issued for another tenant.',
    cure: 'Use the same tenant in all endpoints of the client.',
  },
  'grant-type-forbidden': {
    says: 'The application may not use this way to get tokens.',
    cure: 'Check the template of the client and the authentication settings of the app registration.',
  },
  'device-code-mistyped': {
    says: 'The device code was not typed as shown.',
    cure: 'Ask for a new device code.',
  },
  'microsoft-in-trouble': {
    says: 'Microsoft has trouble of its own.',
    cure: 'Nothing: Mailroom tries again by itself.',
  },
  'asked-too-often': {
    says: 'Microsoft says that we ask too often. Mailroom leaves it alone for a while.',
    cure: 'If it stays: another program may use the same client ID; give Mailroom one of its own.',
  },
  'device-code-awaited': {
    says: 'Nobody has typed the device code yet.',
    cure: 'Type the code at the address shown.',
  },
  'google-testing': {
    says: 'Google ended this connection seven days after the consent, as it does while an application is in “Testing”.',
    cure: 'Three ways out: make the application Internal (Workspace only), publish it and have it verified, or use a service account. Reconnect after that: a consent given during “Testing” keeps its seven days.',
  },
  'six-months-unused': {
    says: 'The refresh token was not used for six months and Google let it expire.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'google-session-control': {
    says: 'The session control of the Google Workspace wants a new sign-in.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes. The Workspace administrator can exempt the application under Security → Google Cloud session control.',
  },
  'google-policy': {
    says: 'The Workspace administrator does not allow the application.',
    cure: 'The administrator trusts its client ID under Security → API controls → App access control.',
  },
  'google-client-deleted': {
    says: 'The OAuth client was deleted or disabled at Google.',
    cure: 'Restore it in the Google Cloud console within 30 days, or register a new one.',
  },
  'google-redirect-uri': {
    says: 'The redirect URI is not registered at Google.',
    cure: 'Copy it from the client into the Google Cloud console, exact to the last slash.',
  },
  'google-internal': {
    says: 'The application is Internal and the account belongs to another organisation.',
    cure: 'Use an account of the organisation, or make the application External.',
  },
  'google-in-trouble': {
    says: 'Google has trouble of its own or asks us to slow down.',
    cure: 'Nothing: Mailroom tries again by itself.',
  },
  'grant-invalid': {
    says: 'The provider says that this grant is no longer valid.',
    cure: 'Reconnect. Reasons are a revoked consent, a changed password, or too many connections of one account.',
  },
  'client-invalid': {
    says: 'The provider does not know the client ID or does not accept its secret.',
    cure: 'Check client ID, secret and how the secret is sent.',
  },
  'client-not-authorised': {
    says: 'The client may not do this at the provider.',
    cure: 'Allow this grant type for the client at the provider. Google service account: add its client ID and scope under domain-wide delegation.',
  },
  'request-not-understood': {
    says: 'The provider does not understand the request.',
    cure: 'Check the template, the endpoints and the extra parameters of the client.',
  },
  'scope-not-given': {
    says: 'The provider does not give this scope.',
    cure: 'Check the scope of the client: written exactly, for one resource, and allowed at the provider.',
  },
  'sign-in-again': {
    says: 'The provider wants somebody to sign in again.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'consent-again': {
    says: 'The provider wants a new consent.',
    cure: 'Reconnect, and accept every permission that is asked for.',
  },
  'access-declined': {
    says: 'Somebody declined, or access was taken away.',
    cure: 'Reconnect, and accept every permission that is asked for.',
  },
  'device-code-over': {
    says: 'The device code has expired.',
    cure: 'Ask for a new device code.',
  },
  'provider-in-trouble': {
    says: 'The provider has trouble of its own.',
    cure: 'Nothing: Mailroom tries again by itself.',
  },
  'clock-differs': {
    says: 'The provider refused, and its clock and the clock of this server differ by more than a minute, which may be why.',
    cure: 'Set the clock of the server (NTP); Mailroom then tries again by itself.',
  },
  'refresh-answer-lost': {
    says: 'The answer to a refresh was lost on its way, and this provider accepts each refresh token only once.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'another-subject': {
    says: 'The provider answered a refresh with tokens of somebody else; Mailroom did not take them.',
    cure: 'Nothing, if it was once: Mailroom tries again by itself. If it stays, tell the provider.',
  },
  disconnected: {
    says: 'An admin disconnected it.',
    cure: 'Reconnect it to use it again. A provider that could not be told still grants access: end it there, at Microsoft under myapps.microsoft.com, or in Entra under “Enterprise applications”.',
  },
  'signing-key-missing': {
    says: 'The client has no key to sign with.',
    cure: 'Give the client the JSON file of the service account once more.',
  },
  'token-endpoint-changed': {
    says: 'The client now asks another server, which knows nothing of this connection.',
    cure: 'Reconnect: sign in once as the mailbox and everything resumes.',
  },
  'secret-unreadable': {
    says: 'What is stored is spoilt, or was sealed for another place: it does not open here.',
    cure: 'Enter the secret of the client again, or reconnect.',
  },
  'encryption-key-missing': {
    says: 'This server lacks the encryption key that the token or its client is sealed with.',
    cure: 'Put the key back into the key ring of the helpdesk and restart it: everything resumes, nobody has to sign in again.',
  },
} as const satisfies Readonly<Record<string, Required<Sentence>>>;

/** The words of times and sizes. */
export const measureWords = {
  soon: 'in less than a minute',
  justNow: 'just now',
  lately: 'less than a minute ago',
  bytes: 'bytes',
  spans: { seconds: 'seconds', minutes: 'minutes', hours: 'hours' },
} as const;

/** The words around banners, on the pages and in the element that hosts put on theirs. */
export const bannerWords = {
  /** How numbers and dates among these words are written. */
  locale: 'en-GB',
  label: 'Warnings',
  reconnect: 'Reconnect',
  open: 'Open',
  all: 'All warnings',
  severity: { critical: 'Critical:', warning: 'Warning:' },
  others: (count: number) =>
    count === 1 ? 'One more needs somebody.' : `${count.toLocaleString('en')} more need somebody.`,
  /** For a kind that is newer than the page that shows it. */
  unknown: 'Something about mail needs somebody.',
  unheard: 'The state of mail cannot be read just now. This page goes on trying.',
} as const;

/** The words of the letter that tells of banners. */
export const letterWords = {
  subject: (count: number, first: string) =>
    count === 1
      ? `Mail needs somebody: ${first}`
      : `Mail needs somebody: ${count.toLocaleString('en')} warnings`,
  lead: (count: number) =>
    count === 1 ? 'There is a new warning about mail.' : 'There are new warnings about mail.',
  footer: (zone: string) =>
    `Times are those of ${zone}. You get this because the setting “Warnings by e-mail” names you. No answer is read.`,
} as const;

/** The words of the letter to somebody whose own mailbox is signed out. */
export const ownerLetterWords = {
  subject: (mailbox: string) => `Your sign-in of ${mailbox} has ended`,
  text: (mailbox: string) =>
    `The helpdesk cannot send from ${mailbox} any more: your sign-in has ended. What you write from it waits until you connect the mailbox again.`,
  act: 'Connect it again',
  footer: 'You get this because you connected this mailbox to the helpdesk. No answer is read.',
} as const;

/** What a banner says, by kind. */
export const bannerSentences = {
  'client-failing':
    'The provider does not accept the OAuth2 client “{client}”: {mailboxes} {mailboxes?mailbox gets|mailboxes get} no new token. Correct it once, and everything resumes.',
  'provider-not-answering':
    'The provider of the OAuth2 client “{client}” has been in trouble since {since}. Mailroom asks again by itself; {mailboxes} {mailboxes?mailbox waits|mailboxes wait}.',
  'secret-expired':
    'The secret of the OAuth2 client “{client}” has expired on {expiresAt}. Enter a new one: {mailboxes} {mailboxes?mailbox depends|mailboxes depend} on it.',
  'secret-expiring':
    'The secret of the OAuth2 client “{client}” expires on {expiresAt}. Enter a new one beside it.',
  'certificate-expired':
    'The certificate of the OAuth2 client “{client}” has expired on {expiresAt}. Make a new key: {mailboxes} {mailboxes?mailbox depends|mailboxes depend} on it.',
  'certificate-expiring':
    'The certificate of the OAuth2 client “{client}” expires on {expiresAt}. Make a new key and upload its certificate.',
  'refresh-token-idle':
    'The refresh token for “{mailbox}” has not been used for long and dies on {diesAt}. Look why it is not renewed.',
  'host-clock-wrong':
    'The clock of “{host}” is {minutes} {minutes?minute|minutes} {direction} that of {provider}. Set it (NTP): providers refuse wrong dates.',
  'token-expired': 'OAuth2 token for “{mailbox}” has expired.',
  'refresh-token-expired':
    'OAuth2 refresh token for “{mailbox}” has expired. Reconnect the mailbox to get mail flowing again.',
  'token-disconnected':
    'OAuth2 token for “{mailbox}” was disconnected by {by|an admin}, and something live still uses it. Reconnect it, or pause what uses it.',
  'admin-action-needed':
    'The administrator at the provider has to act before {mailbox|several mailboxes} can go on. Mailboxes that wait: {mailboxes}.',
  'account-throttled':
    'The provider lets mail account “{account}” wait until {until|it lets it in again}. No mail since {since}; fetching goes on by itself.',
  'mail-host-failing':
    'Nothing can be fetched from “{host}”: {accounts} mail accounts wait, the first since {since}.',
  'mail-host-throttling':
    '“{host}” lets {accounts} mail accounts wait because of its limits. Fetching goes on by itself.',
  'mail-without-server':
    'Mail waits in the outbox for an outgoing server: {queued}, the oldest since {since}. Set up a server for its senders, or see if an instance is at work.',
  'mailbox-silent':
    'Nothing has been heard of mail account “{account}” since {since}. Is an instance at work?',
  'mailbox-quiet':
    'No mail has come to “{account}” for {days} {days?day|days}, although fetching goes well. Does mail still go there?',
  'account-set-back':
    'Mail account “{account}” had failed for days and was made a draft on {at}: nothing is fetched until you start it again.',
  'server-failing':
    'Outgoing server “{server}” cannot send (mails that wait: {queued}). See what it says; all leave once it works.',
  'outbox-stuck':
    'Nothing has left through outgoing server “{server}” for an hour. Mails that wait: {queued}, the oldest since {since}. Look at its limits and at the instances.',
  'sent-copies-failing':
    'Mail that outgoing server “{server}” has sent is missing in Sent of “{mailbox}”: {copies} {copies?copy|copies}, the oldest since {since}.',
  'webhook-paused': 'Webhook “{webhook}” is paused: its receiver failed for two days, or is gone.',
  'personal-mailbox-signed-out':
    '{owner} is signed out of “{mailbox}” (mails that wait: {queued}). Only they can connect it again, under “My mailbox”: ask them to, or pause the server.',
  'quarantine-not-empty':
    'Mail of “{account}” that the helpdesk could not take is in quarantine: {mails}. Look why, and offer it again.',
  'account-not-fetching': 'Mail account “{account}” has not fetched mail since {lastSuccessAt|it went live}.',
} satisfies Readonly<Record<Banner['kind'], string>>;

/** What the classes of a failed token refresh mean, where the provider's code says no more. */
export const tokenFailureClasses = {
  'retry-later': 'The provider could not be reached or asked to come back later.',
  reconnect: 'The provider does not accept this connection any more.',
  'ask-admin': 'A rule of the organisation at the provider stands in the way.',
  'fix-client': 'The provider does not accept the OAuth2 client.',
  'give-up': 'The token could not be refreshed.',
} as const;

/**
 * What happened, for each action that a lib writes into the audit log; whom it happened to stands beside it. A test
 * compares the keys with the lists of the libs.
 */
export const auditSentences = {
  // this installation
  'audit-exported': 'Audit log exported',
  'setting-changed': 'Setting changed',
  'keys-rotated': 'Secrets sealed with the current key',
  'moved-in': 'File of another system moved in',
  'page-session-opened': 'Pages opened with a code of the helpdesk',
  'copy-paused': 'Taken for a copy: accounts and servers were paused',

  // warnings
  'banner-snoozed': 'Warning put to sleep',
  'banner-woken': 'Warning woken up',

  // clients and tokens
  'client-created': 'Client registered',
  'client-changed': 'Client changed',
  'client-deleted': 'Client deleted',
  'client-failed': 'The provider refuses the client',
  'client-recovered': 'The provider accepts the client again',
  'token-failed': 'The provider refuses to renew the token',
  'token-recovered': 'The provider renews the token again',
  'secret-added': 'Secret added to the client',
  'secret-changed': 'Secret of the client changed',
  'secret-removed': 'Secret of the client removed',
  'certificate-created': 'Certificate created for the client',
  'certificate-activated': 'Certificate of the client put to use',
  'certificate-discarded': 'New certificate of the client discarded',
  'key-imported': 'Private key given to the client',
  'key-removed': 'Private key of the client removed',
  'token-connected': 'Mailbox connected',
  'token-reconnected': 'Mailbox reconnected',
  'token-requested': 'New token requested',
  'token-identity-changed': 'Token moved to another identity',
  'token-disconnected': 'Mailbox disconnected',
  'token-deleted': 'Token deleted',
  'device-login': 'Mailbox connected by device code',
  'clients-exported': 'Clients exported',
  'clients-export-refused': 'Export of clients in clear text refused',
  'clients-export-reauthenticated': 'Proved again who they are, for an export in clear text',
  'clients-imported': 'Clients imported from a file',

  // accounts
  'account-created': 'Account set up',
  'account-changed': 'Account changed',
  'account-password-changed': 'Password of the account changed',
  'account-state-changed': 'Account moved to another state',
  'account-trust-changed': 'Other certificates believed for the account',
  'account-set-back': 'Account made a draft because it had failed for days',
  'protocol-log-begun': 'Protocol log of the account switched on',
  'protocol-log-ended': 'Protocol log of the account ended and deleted',
  'mail-discarded': 'Mail in quarantine thrown away',
  'mail-forgotten': 'Mail erased',
  'quarantine-replayed': 'Mails in quarantine offered to the helpdesk again',
  'quarantine-discarded': 'Mails in quarantine thrown away',

  // rules and routes
  'mail-rule-created': 'Rule set up',
  'mail-rule-changed': 'Rule changed',
  'mail-rule-deleted': 'Rule deleted',
  'mail-rules-reordered': 'Rules put into another order',
  'recipient-route-created': 'Route by recipient set up',
  'recipient-route-changed': 'Route by recipient changed',
  'recipient-route-deleted': 'Route by recipient deleted',

  // servers and the sender policy
  'server-created': 'Server set up',
  'server-changed': 'Server changed',
  'server-password-changed': 'Password of the server changed',
  'server-trust-changed': 'Other certificates believed for the server',
  'server-state-changed': 'Server moved to another state',
  'server-deleted': 'Server deleted',
  'test-mail-sent': 'Test mail sent',
  'outbox-retried': 'Mails in the outbox taken up again',
  'outbox-cancelled': 'Mails in the outbox cancelled',
  'sent-copies-forgotten': 'Copies missing in Sent done without',
  'servers-reordered': 'Order of the servers changed',
  'sender-policy-changed': 'Sender policy changed',

  // invokers
  'invoker-created': 'Invoker set up',
  'invoker-changed': 'Invoker changed',
  'invoker-secret-changed': 'Secret of the invoker changed',
  'invoker-deleted': 'Invoker deleted',

  // webhooks
  'webhook-created': 'Webhook set up',
  'webhook-changed': 'Webhook changed',
  'webhook-secret-renewed': 'Secret of the webhook renewed',
  'webhook-message-resent': 'Event of the webhook sent again',
  'webhook-paused': 'Webhook paused',
  'webhook-deleted': 'Webhook deleted',
} as const satisfies Readonly<Record<string, string>>;

/** What an import has to say about an entry that it takes all the same. */
export const importNotes: Readonly<Record<ImportNote['code'], string>> = {
  unchanged: 'Nothing about it changes.',
  'needs-consent':
    'Its token endpoint moves to another host: {tokens} of its tokens will need a new consent before they work again.',
  'without-secret': 'It comes without a secret. Enter one on its page before you connect a mailbox.',
  'secrets-kept': 'The file brings no secret for it: what is stored stays.',
  'template-custom':
    'The template “{template|of the file}” is not known here, so it becomes a custom client.',
  'scope-completed': 'Added to its scope: {added}. Mailroom asks the provider whose mailbox was connected.',
  'identity-unknown':
    'Its scope has no “openid”, so the provider will not say whose mailbox was connected; you will be asked instead.',
  'redirect-uri-new':
    'Add the redirect URI of Mailroom at the provider, or choose the callback path of Znuny on the page of the client.',
  'validity-unknown': 'The validity {id} is not known, so it becomes invalid.',
  'parameter-not-kept': 'Not kept: the parameter {name} of {request}. The protocol keeps it for itself.',
  'mapping-not-kept': 'Not kept: the mapping of {name} in {request}. Mailroom cannot fill it from there.',
  'parameter-sent-anyway': 'The parameter {name} is sent with {request}, though the file leaves it out.',
  'endpoint-not-kept':
    'Not kept: the URL of {request} at {host}. Refresh tokens go to the host of the token endpoint only.',
  'key-not-kept': 'Not kept: {key}. Mailroom has no such setting.',
};

/** What moving in has to say about a row of another system. */
export const movingNotes: Readonly<Record<MovingNote['code'], string>> = {
  'starts-as-draft': 'It begins as a draft: test it, then set it live. Nothing happens before.',
  'stays-paused': 'It was switched off for the time being there, so it begins paused.',
  'stays-archived': 'It was switched off there, so it begins archived.',
  'validity-unknown': 'Nobody knows the validity “{validity}”, so it begins archived.',
  'invalid-there': 'It is not valid there, so it stays behind.',
  'columns-without-counterpart': 'Mailroom has nothing for: {columns}.',
  'setting-without-counterpart': 'Mailroom has nothing for {setting}, and needs nothing.',
  'fetched-mail-is-deleted':
    'Fetched mail is deleted from the mail server, as it was there. Choose another way on its page before it goes live.',
  'mail-since':
    'Mail counts from {since} on, because older mail was taken there. On the day of the move, set the moment the other system fetched last.',
  'certificates-verified': 'Certificates are verified here, which they were not always there.',
  'certificates-were-skipped':
    'The certificate of {host} was not verified there, and is here. If the test fails for it, trust its authority or that one certificate by name.',
  'in-clear': 'The connection to {host} is not encrypted. Where the mail server can do better, choose that.',
  'split-hosts-not-needed':
    'The list of hosts that want method and token on two lines is not needed: by POP3 a token is always on a line of its own.',
  'originals-always-kept': 'The original of every mail is kept anyway, once.',
  'attachments-always-kept': 'Attachments were cut off there. Here they are kept with the mail.',
  'record-kind-not-kept':
    'Each mail became a record of the kind “{record}” there. Here your helpdesk decides: choose where its mail goes on its page.',
  'use-imap-instead':
    'Microsoft Graph is not spoken here. Set it up by IMAP: the same mailbox and the same consent serve.',
  'use-smtp-instead': 'Microsoft Graph is not spoken here. Set it up by SMTP: the same mailbox serves.',
  'program-is-no-server':
    'A program or an empty setting is no mail server, so there is nothing to take over.',
  'certificate-sign-in': 'Signing in with a certificate is not done here. Use a password or a token.',
  'password-sealed':
    'Its password is in the file, and is sealed when it is stored. Delete the file afterwards.',
  'password-missing': 'Its password is not in the file. Enter it on its page.',
  'secret-left-behind':
    'The column {column} holds a secret that is worth nothing here, and stays behind. Delete the file afterwards.',
  'client-missing':
    'It signs in with the token configuration “{client}”, and there is no client of that name. Import the token configurations, connect the mailbox, and choose its token on its page.',
  'client-by-number':
    'It names its token configuration by the number {number} alone. Choose its token on its page.',
  'consent-missing':
    'Nobody has connected {mailbox} with {client} here; a consent cannot be moved. Connect it, then choose its token on its page.',
  'token-unclear': '{client} has several tokens, and none for {mailbox}. Choose one on its page.',
  'token-of-other-mailbox':
    'It is linked to the one token of its client, which is that of {mailbox}: right for a shared mailbox.',
  'token-not-for-host':
    'Its client does not let {host} see tokens. Allow that on the page of the client, then choose its token.',
  'address-missing': 'Its login “{login}” is no address. Enter the address of the mailbox on its page.',
  'voucher-missing':
    'Control headers are on, and count only once you have said who vouches for them: a mail server, or domains.',
  'destination-missing':
    'Your helpdesk has no place called “{destination}”. Choose one for “{queue}” above, or later on its page.',
  'destination-by-number':
    'It names its queue by the number {queue} alone. Choose a place for it above, or later on its page.',
  'routes-needed':
    'Mail goes by the address it was sent to. Move the system addresses in, too, or set up routes by recipient.',
  'mailbox-in-other-folder':
    '{name} opens the same mailbox already, in another folder. One account can fetch several folders.',
  'fallback-taken': '{name} is the fallback, and stays it.',
  'owner-not-kept':
    'It belonged to {owner} alone. Name its owner on its page, or let them connect their own mailbox.',
  'differs-here': 'Here “{setting}” is “{here}”; the file says “{there}”. It stays as it is here.',
  'replies-come-to':
    'Replies to mail that was sent there come to {address}. See that an account fetches the mailbox which gets them.',
  'one-sender-policy':
    'There is one sender policy, and it takes the addresses of {main}. Senders at {domain} keep theirs where the filter of a server has that domain.',
  'set-in-clients': '{key} belongs to an OAuth2 client. Add one, with its secret.',
  'set-in-settings': '{key} is the setting {setting} here. Decide it there.',
  'set-in-policy': '{key} is chosen in the sender policy: bulk mail leaves through.',
  'set-in-servers': '{key} is a limit of each outgoing server here, and has the same usual value.',
};

/** What to check after a sign-in that failed, by problem code. */
export const authorizationHelp = {
  'consent-denied': [
    'Sign in as the mailbox itself, not as yourself.',
    'If the provider asks for approval of an administrator, let that person begin the connection or grant consent for the organisation first.',
  ],
  'exchange-failed': [
    'The client secret: its value (not its ID), and not expired.',
    'The redirect URI at the provider: the same as shown on the client, letter for letter.',
    'The tenant, if the application belongs to one organisation only.',
  ],
  'provider-refused': [
    'The client ID, and that the application still exists.',
    'The redirect URI at the provider: the same as shown on the client, letter for letter.',
    'The scope: permissions have to exist in the app registration.',
  ],
  'scope-missing': [
    'Leave every permission ticked when the provider asks.',
    'Microsoft: API permissions → add IMAP.AccessAsUser.All and SMTP.Send (delegated).',
    'Google: enable the Gmail API and add https://mail.google.com/ to the scopes of the consent screen.',
  ],
  'refresh-token-missing': [
    'Microsoft: the scope needs offline_access.',
    'Google: remove the application under myaccount.google.com → Third-party apps, then begin again.',
  ],
  'other-browser': ['Begin and finish in the same browser window.', 'Allow cookies for this address.'],
  'another-identity': [
    'Sign out at the provider first, or use a private window, if it picks the wrong account by itself.',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** One thing to do in the portal of a provider: what to click, what to copy, and why. */
export interface PortalPart {
  readonly title: string;
  readonly does: readonly string[];
  readonly why: string;
  /** The portal; opens beside these pages. */
  readonly at?: string | undefined;
  /** What these pages know and the portal wants: the redirect URI, a line for Exchange. */
  readonly copies?: 'redirect-uri' | 'smtp-line';
  /** Words as the portal has them, to search for and to copy; the line that ends in a colon leads to them. */
  readonly literal?: readonly string[];
}

const ENTRA = 'https://entra.microsoft.com';
const GOOGLE_CLOUD = 'https://console.cloud.google.com';

const DELEGATED = ['IMAP.AccessAsUser.All', 'SMTP.Send', 'offline_access', 'openid', 'profile', 'email'];

const MICROSOFT_SECRET: PortalPart = {
  title: 'Make a client secret',
  does: [
    'Certificates & secrets → New client secret. Expires: the latest day that your policy allows, 24 months at most.',
    'Copy the Value at once, and note the day on which it ends.',
  ],
  why: 'The Value is shown now and never again. The Secret ID beside it looks just as good and is useless: Mailroom refuses it. The day is entered with it, so that a banner warns before mail stops. A certificate can take its place later, on the page of the client.',
};

const MICROSOFT_IDS: PortalPart = {
  title: 'Copy the two IDs',
  does: ['Overview: copy the Application (client) ID and the Directory (tenant) ID.'],
  why: 'The first says which application asks, the second in which organisation. Both are typed in the next step; neither is a secret.',
};

const MICROSOFT_REDIRECT: PortalPart = {
  title: 'Enter the redirect URI',
  does: [
    'On the same page, Redirect URI: platform “Web”, with the redirect URI, letter for letter. Then Register.',
  ],
  why: 'Microsoft sends the browser back to this address after the sign-in and to no other; upper and lower case count. The other platforms (“Single-page application”, “Public client”) take no secret.',
  copies: 'redirect-uri',
};

const MICROSOFT_DELEGATED: readonly PortalPart[] = [
  {
    title: 'Register an application',
    does: [
      'In the Microsoft Entra admin center open App registrations → New registration. Name: what people will read on the consent page, e.g. Helpdesk mail.',
      'Supported account types: “Accounts in this organizational directory only”, unless mailboxes of other organisations connect, too.',
    ],
    why: 'An application is how Microsoft knows this helpdesk. With the one directory, the tenant to enter later is its ID; with “Any organizational directory” it is organizations, with personal accounts common.',
    at: ENTRA,
  },
  MICROSOFT_REDIRECT,
  {
    title: 'Add the permissions',
    does: [
      'API permissions → Add a permission → Microsoft Graph → Delegated permissions. Search for and tick:',
      'Where your organisation does not let users consent: Grant admin consent.',
    ],
    why: 'Delegated: the helpdesk may do what the person who signs in may do, and no more. The portal lists them under Graph; Mailroom asks for those of mail under their real resource, https://outlook.office.com, because a token is for one resource only and mail servers take none that was made for Graph. offline_access brings the refresh token, openid, profile and email say whose mailbox it is.',
    literal: DELEGATED,
  },
  {
    title: 'Let the mailbox in',
    does: [
      'Enterprise applications → your application → Properties: is “Assignment required?” on?',
      'If so: Users and groups → Add user/group, and choose whoever will sign in for the mailbox.',
    ],
    why: 'With assignment required, Microsoft turns away everybody who is not on that list (AADSTS50105), though the password was right.',
  },
  MICROSOFT_SECRET,
  MICROSOFT_IDS,
  {
    title: 'Allow sending by SMTP',
    does: [
      'Many organisations have authenticated SMTP switched off. An Exchange administrator switches it on for this mailbox.',
    ],
    why: 'Without it mail comes in and none goes out (535 5.7.139). It takes up to an hour. Leave it out if this mailbox only receives.',
    copies: 'smtp-line',
  },
];

const MICROSOFT_APP_ONLY: readonly PortalPart[] = [
  {
    title: 'Register an application',
    does: [
      'In the Microsoft Entra admin center open App registrations → New registration. Supported account types: “Accounts in this organizational directory only”. No redirect URI is needed.',
    ],
    why: 'The application opens the mailboxes in its own name. Nobody signs in, so there is nowhere to come back to, and no refresh token that could die with somebody’s password.',
    at: ENTRA,
  },
  {
    title: 'Add the application permissions',
    does: [
      'API permissions → Add a permission → APIs my organization uses → Office 365 Exchange Online → Application permissions. Tick:',
      'Press “Grant admin consent”. Somebody else is the administrator? The link for that comes later.',
    ],
    why: 'Application permissions, not delegated ones: there is no person whose rights could be lent. They are Exchange’s own, and are asked for as https://outlook.office365.com/.default: all that was granted, and nothing by name.',
    literal: ['IMAP.AccessAsApp', 'SMTP.SendAsApp'],
  },
  MICROSOFT_SECRET,
  MICROSOFT_IDS,
];

const GOOGLE_API: PortalPart = {
  title: 'Enable the Gmail API',
  does: [
    'In the Google Cloud console choose or create a project, then APIs & Services → Library → Gmail API → Enable.',
  ],
  why: 'The project is how Google knows this helpdesk. Without the API the permission for mail cannot be granted.',
  at: GOOGLE_CLOUD,
};

const GOOGLE_SCOPE: PortalPart = {
  title: 'Add the scope',
  does: ['OAuth consent screen → Data access → Add or remove scopes. Enter by hand, then Update and Save:'],
  why: 'IMAP, POP and SMTP need exactly this one; the narrower scopes of the Gmail API open no mail server.',
  literal: ['https://mail.google.com/'],
};

const GOOGLE_CLIENT: PortalPart = {
  title: 'Make the OAuth client',
  does: [
    'Credentials → Create credentials → OAuth client ID → Web application. Authorised redirect URIs: add the redirect URI, letter for letter.',
    'Copy client ID and client secret.',
  ],
  why: 'Google sends the browser back to this address and to no other, to the last slash. The secret is shown in full only now.',
  copies: 'redirect-uri',
};

const GOOGLE_IMAP: PortalPart = {
  title: 'Switch IMAP on',
  does: [
    'In Gmail, as the mailbox: Settings → Forwarding and POP/IMAP → Enable IMAP, and no limit for the size of folders.',
    'In a Workspace also: Admin console → Apps → Google Workspace → Gmail → End user access.',
  ],
  why: 'A token opens nothing that is switched off.',
};

// What is worked out here says that it has no side effects: the banner element takes its few sentences along and nothing else.

const google = /* @__NO_SIDE_EFFECTS__ */ (consentScreen: PortalPart): readonly PortalPart[] => [
  GOOGLE_API,
  consentScreen,
  GOOGLE_SCOPE,
  GOOGLE_CLIENT,
  GOOGLE_IMAP,
];

const withoutPortal = /* @__NO_SIDE_EFFECTS__ */ (parts: readonly PortalPart[]): readonly PortalPart[] =>
  parts.map((part) => ({ ...part, at: undefined }));

/** What there is to do at a provider before a client can be registered here, in order, by the choice of the guided set-up. */
export const portalParts = {
  'microsoft-365': MICROSOFT_DELEGATED,
  'microsoft-365-gcc-high': withoutPortal(MICROSOFT_DELEGATED),
  'microsoft-365-dod': withoutPortal(MICROSOFT_DELEGATED),
  'microsoft-365-china': withoutPortal(MICROSOFT_DELEGATED),
  'microsoft-365-app-only': MICROSOFT_APP_ONLY,
  'microsoft-365-gcc-high-app-only': withoutPortal(MICROSOFT_APP_ONLY),
  'microsoft-365-dod-app-only': withoutPortal(MICROSOFT_APP_ONLY),
  'microsoft-365-china-app-only': withoutPortal(MICROSOFT_APP_ONLY),
  'outlook-com': [
    {
      title: 'Register an application',
      does: [
        'In the Microsoft Entra admin center open App registrations → New registration. A free Azure account has the directory that this takes.',
        'Supported account types: one that includes personal Microsoft accounts.',
      ],
      why: 'Private mailboxes are in a tenant of their own at Microsoft; an application for organisations only is not known there.',
      at: ENTRA,
    },
    MICROSOFT_REDIRECT,
    {
      title: 'Add the permissions',
      does: ['API permissions → Microsoft Graph → Delegated permissions. Search for and tick:'],
      why: 'Mailroom asks for those of mail under their real resource, https://outlook.office.com: mail servers take no token that was made for Graph. offline_access brings the refresh token.',
      literal: DELEGATED,
    },
    MICROSOFT_SECRET,
    {
      title: 'Copy the client ID',
      does: ['Overview: copy the Application (client) ID.'],
      why: 'It says which application asks. There is no tenant to enter: private mailboxes have one in common.',
    },
    {
      title: 'Switch IMAP on',
      does: [
        'In each mailbox: Settings → Mail → Forwarding and IMAP → let devices and apps use POP or IMAP.',
      ],
      why: 'It is off in new mailboxes, and a token opens nothing that is switched off.',
    },
  ],
  'google-workspace': google({
    title: 'Set up the consent screen',
    does: [
      'OAuth consent screen: user type “Internal”. An external app in testing loses its tokens after 7 days.',
      'App name and support address: what people will read when they consent.',
    ],
    why: '“Internal” is for people of your own organisation: no test users, no verification by Google, and refresh tokens that do not end after a week.',
  }),
  gmail: google({
    title: 'Set up the consent screen',
    does: [
      'OAuth consent screen: user type “External”. Audience → Test users: add the mailbox.',
      'Then Publish app, before the mailbox is connected.',
    ],
    why: 'While the app is in Testing only test users may consent, and their refresh tokens die after 7 days. Publishing helps tokens of a consent that is given afterwards. The scope for mail is a restricted one: until Google has verified the app, people see a warning that they have to pass.',
  }),
  'google-service-account': [
    GOOGLE_API,
    {
      title: 'Create the service account',
      does: ['IAM & Admin → Service accounts → Create service account. It needs no role.'],
      why: 'It speaks for the mailboxes of the domain. What it may read is said in the Admin console, not by a role of the project.',
    },
    {
      title: 'Make its key',
      does: ['On its page Keys → Add key → Create new key → JSON. The file is what is entered here.'],
      why: 'The file holds the private key and says whose it is. Where “Create new key” is greyed out, the organisation policy iam.disableServiceAccountKeyCreation forbids keys: an administrator makes an exception for the project.',
    },
  ],
  fastmail: [
    {
      title: 'Have the application registered',
      does: [
        'Fastmail registers applications by hand: write to its partnerships team, with name, web page and the redirect URI. Ask for the scopes of IMAP and SMTP.',
      ],
      why: 'Without that, an app password does it: choose “Password” instead.',
      copies: 'redirect-uri',
    },
    {
      title: 'Copy the client ID',
      does: ['Copy the client ID that you get. There may be no secret: then leave it empty.'],
      why: 'It says which application asks.',
    },
  ],
  yahoo: [
    {
      title: 'Apply for access to mail',
      does: ['Apply at senders.yahooinc.com/developer/developer-access first.'],
      why: 'Yahoo gives the permission for mail to approved applications only. Without that, an app password does it: choose “Password” instead.',
    },
    {
      title: 'Create the application',
      does: [
        'At developer.yahoo.com/apps create an application of type “Confidential client”, with the redirect URI. It has to be https.',
        'Permissions: Mail with write access; OpenID Connect with e-mail, if it is offered.',
        'Copy client ID and client secret.',
      ],
      why: 'Yahoo sends the browser back to this address and to no other.',
      copies: 'redirect-uri',
      at: 'https://developer.yahoo.com/apps',
    },
  ],
  yandex: [
    {
      title: 'Create the application',
      does: [
        'At oauth.yandex.com create an application of type “Web services”, with the redirect URI.',
        'Copy client ID and client secret.',
        'Permissions:',
      ],
      why: 'Yandex sends the browser back to this address and to no other.',
      copies: 'redirect-uri',
      literal: ['mail:imap_full', 'mail:smtp'],
      at: 'https://oauth.yandex.com',
    },
    {
      title: 'Allow IMAP',
      does: ['In the settings of each mailbox: Email clients → allow IMAP with OAuth tokens.'],
      why: 'A token opens nothing that is switched off.',
    },
  ],
  password: [
    {
      title: 'Switch IMAP on',
      does: [
        'In the settings of the mailbox, or at whoever runs the mail server: allow IMAP (or POP3) and SMTP.',
      ],
      why: 'Many providers have it off at first.',
    },
    {
      title: 'Make an app password',
      does: [
        'Where two-step verification is on, make a password for programs (an app password) in the security settings of the account.',
      ],
      why: 'The password of the account is refused then, and an app password can be taken back by itself. Microsoft 365 and Outlook.com take no passwords for mail at all: choose one of them instead.',
    },
  ],
  custom: [
    {
      title: 'Register an application',
      does: [
        'Register a confidential (web) application with the redirect URI.',
        'Allow the authorization code flow and refresh tokens.',
      ],
      why: 'The provider sends the browser back to this address and to no other. Without a refresh token the connection ends after an hour.',
      copies: 'redirect-uri',
    },
    {
      title: 'Copy what the provider gave',
      does: [
        'Copy client ID, client secret and the endpoints, or the address of the issuer where the provider describes itself.',
        'Look up which scope opens IMAP and SMTP.',
      ],
      why: 'No two providers are alike: what a template would know has to be entered.',
    },
  ],
} satisfies Readonly<Record<string, readonly PortalPart[]>>;

/** What is said about a scope or a redirect URI as one types. What would be refused here has its sentence as a problem. */
const clientFindings = named({
  'scope-two-names': '{one} and {other} are two names of one resource. It works, but one name is enough.',
  'scope-graph-mail':
    '{word} alone is Microsoft Graph’s, and mail servers take no token for Graph. Write {instead} for {resource}.',
  'scope-without-refresh': 'Without {word} no refresh token comes, and the connection ends after an hour.',
  'scope-without-identity':
    'Without {word} the provider does not say who consented, so no mailbox can be recognised.',
  'scope-without-mail': 'None of this opens a mailbox. For mail it takes {words}.',
  'scope-restricted':
    '{word} is a restricted scope at Google: an “Internal” application may use it at once, an external one needs Google’s verification, and in testing its tokens die after 7 days.',
  'client-id-unusual':
    'This does not look like a client ID of this provider: at Microsoft it is a GUID, at Google it ends in .apps.googleusercontent.com.',
  'tenant-unusual':
    'A tenant is a GUID (Directory (tenant) ID), a domain, or one of “common”, “organizations”, “consumers”; not the name of the organisation.',
  'redirect-not-https':
    'Providers accept https only, except http://localhost. Change the public URL of the helpdesk to https.',
  'redirect-raw-address': 'Providers do not accept an IP address ({host}). Give the helpdesk a name.',
  'redirect-docker-host':
    'Providers do not accept {host}. Open the helpdesk under http://localhost and set that as its public URL.',
  'redirect-private-domain':
    'Google accepts public domains only, and .{top} is none. A public name may well lead to a private address: it is the browser that follows it.',
  'redirect-too-long': 'The address has {length} characters; Microsoft takes {longest}.',
  'redirect-characters': 'Providers do not accept the character {characters} in the address.',
  'redirect-user-name': 'The address must hold no user name.',
  'redirect-fragment': 'The address must not hold a #.',
  'redirect-upper-case': 'Upper and lower case count in {path}: copy it letter for letter.',
});

/** A number that was counted no further than so far. */
const counted = (count: number, countedTo: number) =>
  `${count.toLocaleString('en')}${count < countedTo ? '' : '+'}`;

/** Every other word of the pages. */
export const words = {
  product: 'Mailroom',
  partMissing: 'A part of this page could not be loaded.',
  loading: 'Loading…',
  loadingLong: 'The helpdesk takes its time to answer. The page goes on waiting for it.',
  save: 'Save',
  saved: 'Saved.',
  removeChosen: (name: string) => `Remove ${name}`,
  cancel: 'Cancel',
  close: 'Close',
  reload: 'Reload',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not let this page copy. Select the text and press Ctrl+C (on a Mac ⌘C).',
  copyThing: (what: string) => `Copy ${what}`,
  yes: 'yes',
  no: 'no',
  comment: 'Comment',
  settings: 'Settings',
  showMore: 'Show more',
  skipToContent: 'Skip to content',
  openMenu: 'Open menu',
  closeMenu: 'Close menu',
  showTyped: 'Show what is typed',
  rules: { required: 'This is needed.' },

  pager: {
    label: 'Pages',
    shown: (from: number, to: number, total: number) =>
      `${from.toLocaleString('en')} to ${to.toLocaleString('en')} of ${total.toLocaleString('en')}`,
    former: 'Previous',
    next: 'Next',
  },

  navigation: {
    label: 'Mailroom',
    connect: 'Connect a mailbox',
    overview: 'Overview',
    setUp: 'Guided set-up',
    mailIn: 'Mail in',
    accounts: 'Mail accounts',
    mailRules: 'Rules',
    recipientRoutes: 'Routes by recipient',
    quarantine: 'Quarantine',
    mailOut: 'Mail out',
    servers: 'Outgoing servers',
    outbox: 'Outbox',
    senderPolicy: 'Sender policy',
    access: 'Access',
    clients: 'OAuth2 clients',
    tokens: 'Tokens',
    invokers: 'Web services',
    webhooks: 'Webhooks',
    transfer: 'Import and export',
    house: 'This installation',
    warnings: 'Warnings',
    audit: 'Audit log',
    settings: 'Settings',
  },

  movingIn: {
    title: 'Moving in',
    lead: 'Mail accounts, outgoing servers, routes and the sender policy of Znuny, Odoo or Konvergo ERP, from what these export. You see what becomes of each row before anything is stored, and nothing that is here already is changed.',
    file: 'File',
    fileHint: 'CSV or YAML. Choose one, or drop it here.',
    choose: 'Choose a file',
    clear: 'Take the file away',
    paste: 'Or paste its text',
    kind: 'What it is',
    kindAuto: 'As its columns say',
    kinds: {
      'znuny-mail-accounts': 'Mail accounts of Znuny',
      'znuny-system-addresses': 'System addresses of Znuny',
      'znuny-outbound-profiles': 'Outbound e-mail profiles of Znuny',
      'odoo-incoming-servers': 'Incoming mail servers of Odoo or Konvergo ERP',
      'odoo-outgoing-servers': 'Outgoing mail servers of Odoo or Konvergo ERP',
      'odoo-system-parameters': 'System parameters of Odoo or Konvergo ERP',
      'odoo-alias-domains': 'Alias domains of Odoo',
    },
    preview: 'Show what would happen',
    reading: 'Reading the file…',
    going: (done: number, of: number) =>
      `Moved in: ${done.toLocaleString('en')} of ${of.toLocaleString('en')} rows`,
    stop: 'Stop',
    stopping:
      'All rows are stored together at the end. Until then, stopping or leaving this page leaves everything as it was.',
    run: (count: number) => `Move in ${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`,
    done: (count: number) =>
      count === 1 ? '1 row has moved in.' : `${count.toLocaleString('en')} rows have moved in.`,
    nothingNew: 'There is nothing new in it.',
    recognised: (kind: string) => `Recognised: ${kind}`,
    verdicts: { new: 'to add', here: 'here already', nothing: 'no counterpart', refused: 'left out' },
    stored: { new: 'added', here: 'here already', nothing: 'no counterpart', refused: 'left out' },
    things: {
      account: 'mail account',
      server: 'outgoing server',
      route: 'route by recipient',
      policy: 'sender policy',
    },
    line: (line: number) => `line ${line.toLocaleString('en')}`,
    unnamed: 'Row without a name',
    rows: 'Rows of the file',
    searchHint: 'Name, line or kind',
    show: 'Show',
    all: (count: number) => `All rows (${count.toLocaleString('en')})`,
    attention: (count: number) => `Needs attention (${count.toLocaleString('en')})`,
    nothingToDo: 'Nothing needs attention.',
    fields: (count: number) =>
      count === 1 ? 'What becomes of 1 column' : `What becomes of ${count.toLocaleString('en')} columns`,
    secret: 'a secret, never shown',
    sealed: 'sealed',
    queues: 'Where mail of these queues goes',
    queuesLead: 'Your helpdesk has no place of that name. What you choose counts for all rows of the file.',
    queue: (queue: string) => `Queue ${queue}`,
    noPlace: 'Nowhere yet',
    keep: 'Save the report',
    fileName: 'moving-in-report.md',
    reportTitle: 'Moving in',
    exports: 'How to get such a file',
  },
  transfer: {
    title: 'Import and export',
    lead: 'OAuth2 clients as a YAML file: to move to another installation, to keep them under version control, or to come here from Znuny.',
    import: {
      title: 'Import',
      lead: 'Takes files that Mailroom or Znuny exported. You see what becomes of each client before anything is stored.',
      file: 'File',
      fileHint: 'Choose one, or drop it here.',
      choose: 'Choose a YAML file',
      clear: 'Take the file away',
      paste: 'Or paste its text',
      overwrite: 'Replace clients of the same name',
      overwriteHint:
        'Off: clients that are there already stay as they are. Tokens are left alone either way.',
      passphrase: 'Passphrase of the file',
      passphraseHint: 'Only for a file whose secrets are sealed.',
      preview: 'Show what would happen',
      run: (count: number) => `Import ${count.toLocaleString('en')} ${count === 1 ? 'client' : 'clients'}`,
      done: (count: number) =>
        count === 1 ? '1 client was imported.' : `${count.toLocaleString('en')} clients were imported.`,
    },
    report: {
      formats: { mailroom: 'Recognised as an export of Mailroom', znuny: 'Recognised as an export of Znuny' },
      verdicts: { added: 'to add', replaced: 'to replace', skipped: 'to skip', refused: 'refused' },
      done: { added: 'added', replaced: 'replaced', skipped: 'skipped', refused: 'refused' },
      flows: named({
        'authorization-code': 'people sign in and consent',
        'client-credentials': 'as itself',
        'jwt-bearer': 'as a service account',
      }),
      entries: 'Entries of the file',
      searchHint: 'Name, line or what becomes of it',
      empty: 'There is no client in the file.',
      unnamed: 'Entry without a name',
      line: (line: number) => `line ${line.toLocaleString('en')}`,
      field: 'In the field',
      changes: (names: readonly string[]) => `Changes: ${names.join(', ')}.`,
    },
    movingIn: 'Accounts, servers and routes of another system',
    export: {
      title: 'Export',
      lead: 'Saves all clients with everything you decided about them. Tokens are never exported.',
      secrets: 'Secrets and private keys',
      manners: {
        'left-out': {
          label: 'Leave out',
          says: 'The file is harmless. Whoever imports it enters the secrets again, or keeps those that are there.',
        },
        sealed: {
          label: 'Seal under a passphrase',
          says: 'Nobody can use the secrets without the passphrase. Pass it on by another way than the file.',
        },
        clear: {
          label: 'In clear text',
          says: 'Whoever sees the file can act as this helpdesk at every provider. You will be asked for your password, and the audit log remembers it.',
        },
      },
      passphrase: 'Passphrase',
      passphraseHint:
        'At least 12 characters. It is stored nowhere: without it the secrets in the file are lost.',
      repeat: 'Passphrase once more',
      confirm: 'I know that the file will hold every secret readable, and I will delete it after use.',
      faults: {
        short: 'Use at least 12 characters.',
        differs: 'This is not the same passphrase.',
        unconfirmed: 'Confirm this first.',
      },
      proveAgain: 'Enter your password again',
      run: 'Export',
      done: 'The file is in your downloads.',
    },
  },

  layout: {
    you: 'Account, language and appearance',
    signedInAs: 'Signed in as',
    backToHelpdesk: 'Back to the helpdesk',
    language: 'Language',
    languageAuto: 'As the browser',
    look: 'Appearance',
    chosen: 'chosen',
    schemes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  },

  door: {
    kept: 'What you typed is kept in this tab. Sign in again in another one: this page then goes on by itself, and you can save.',
    signIn: 'Sign in in another tab',
  },

  meanwhile: {
    theirs: (label: string, now: string) => `${label}: now ${now}`,
    both: (label: string, now: string, mine: string) => `${label}: now ${now}; you typed ${mine}`,
    nothing: 'nothing',
    keep: 'Keep what I typed',
    take: 'Take what is stored now',
  },

  unsaved: {
    title: 'Leave without saving?',
    lead: 'There is something on this page that you typed and did not save. It is lost when you leave.',
    stay: 'Stay here',
    leave: 'Leave without saving',
  },

  lost: {
    missing: 'Page not found',
    missingTitle: 'There is no page at this address',
    missingLead: 'It may have been deleted, or the link is mistyped.',
    toOverview: 'To the overview',
    broken: 'Something went wrong',
  },

  banners: bannerWords,

  warnings: {
    title: 'Warnings',
    lead: 'What needs an admin just now, what somebody lets sleep, and what there was.',
    now: 'Now',
    none: 'Nothing needs you right now.',
    asleep: 'Asleep',
    history: 'What there was',
    noHistory: 'There has been nothing to warn about.',
    searchHint: 'Name, address, reason or person',
    show: 'Show',
    every: 'All warnings',
    severities: { critical: 'Critical', warning: 'Not critical' },
    firstSeen: 'First seen',
    announced: 'Announced',
    gone: 'Gone',
    lasts: 'Lasts until now',
    snooze: 'Snooze',
    wake: 'Wake up',
    snoozeTitle: 'Let this warning sleep',
    snoozeFor: 'For',
    spans: { hour: 'An hour', day: 'A day', days: 'Three days', week: 'A week', month: '30 days' },
    reason: 'Reason',
    reasonHint: 'The other admins read it here and in the audit log.',
    snoozeLead: 'It comes back when the time is over, and before that when it becomes worse.',
    snoozedBy: (name: string, until: string) => `Asleep until ${until}, by ${name}:`,
    mailed: (server: string) => `Told by e-mail through ${server}.`,
    notMailed: 'Not told by e-mail: there is no outgoing server but the one it is about.',
  },

  checks: {
    run: 'Test connection',
    stop: 'Stop',
    runUnsaved: 'Test these settings',
    running: (host: string) => `Testing ${host || 'the server'}…`,
    of: (host: string) => `Test of ${host}`,
    passed: 'Everything works.',
    failed: 'The test stopped at the step with the cross.',
    verdict: (ok: boolean) => (ok ? 'Passed:' : 'Failed:'),
    took: (ms: number) => `${ms.toLocaleString('en')} ms`,
    likely: 'Most likely:',
  },

  /** What a step of a test found out, by the name the server gives it, in the order it is shown. */
  stepFacts: {
    address: (address: string) => address,
    port: (port: string) => `Port ${port}`,
    version: (version: string) => version,
    subject: (subject: string) => `Certificate of ${subject}`,
    names: (names: string) => `for ${names}`,
    issuer: (issuer: string) => `issued by ${issuer}`,
    endsAt: (end: string) => `until ${end}`,
    mechanism: (mechanism: string) => `By ${mechanism}`,
    lines: (count: string) => (count === '1' ? 'on one line' : 'on a line of its own'),
    folders: (count: string) => `Folders: ${count}`,
    messages: (count: string) => `Mails: ${count}`,
    capabilities: (list: string) => list,
    largest: (bytes: string) => `Takes mail up to ${bytes} bytes`,
  },

  /** What most likely keeps a mailbox closed, and what helps. */
  causes: {
    'token-malformed':
      'The server cannot read the token: it was made for another service. Compare the scope of the client with the one its template names, then reconnect.',
    'token-lacks-scope':
      'The token does not include this protocol, or is for another resource. The diagnosis of the token shows what it is good for; mend the scope of the client and reconnect.',
    'token-of-somebody-else':
      'The token belongs to another address than the login. The login has to be the mailbox to open, and who consented needs full access to it.',
    'application-not-admitted':
      'The application was not let into this mailbox. An Exchange administrator registers it (New-ServicePrincipal with the object ID of the enterprise application) and gives it FullAccess.',
    'protocol-switched-off':
      'The protocol is switched off for the mailbox or the whole organisation. Its administrator switches it on (Microsoft: Set-CASMailbox -ImapEnabled $true; Google: Gmail settings, Forwarding and POP/IMAP).',
    'no-licence': 'The mailbox has no licence, or lost it: without one there is nothing to open.',
    'mailbox-moving': 'The provider is moving the mailbox. That passes by itself within the hour.',
    'passwords-switched-off':
      'Microsoft takes no passwords for mail any more. Connect the mailbox and choose its token.',
    'app-password-needed':
      'The provider wants a password that was made for programs (an app password), not that of the account.',
    'password-wrong': 'The password is wrong, or was changed.',
    'login-wrong':
      'The server knows the mailbox by another name: often the whole address, sometimes only what stands before the @.',
    'tls-port-in-clear': 'This port speaks TLS from the first byte: choose TLS.',
    'clear-port-with-tls':
      'This port begins in the clear: choose STARTTLS, or the port for TLS (993; POP3: 995).',
    'smtp-switched-off':
      'Sending over SMTP is switched off for the mailbox or the whole organisation. An Exchange administrator runs: Set-CASMailbox -Identity <mailbox> -SmtpClientAuthenticationDisabled $false. Security defaults or an authentication policy can forbid it too.',
    'login-is-alias':
      'The login is an alias. Use the name that the account signs in with (the user principal name), and put the alias into the sender filter.',
    'token-lacks-sending':
      'The token does not include sending. Tick “send mail” in the scope of the client, then reconnect.',
    'no-send-as':
      'The mailbox has no right to send as this address. An administrator gives it: Add-RecipientPermission <address> -Trustee <mailbox> -AccessRights SendAs. It takes up to an hour.',
    'filter-too-wide':
      'The sender filter lists more than this mailbox sends for. Take the address out, so that another server or the default sender takes over.',
    'too-many-connections':
      'Something else sends through this mailbox at the same time. Microsoft allows three connections: lower the connections of this server.',
    'too-many-sign-ins': 'Too many sign-ins within a short time. That passes by itself; the mail waits.',
    'daily-limit':
      'The mailbox has sent as much as the provider allows for a day. The mail waits; give the server that limit, or send bulk mail elsewhere.',
  } satisfies Readonly<Record<AccountCause | ServerCause, string>>,

  /** The steps of a test, by the name the server gives them. */
  steps: {
    resolve: 'Find the host',
    credentials: 'Get a token or password',
    connect: 'Connect',
    encrypt: 'Encrypt, and look at the certificate',
    greeting: 'Hear what the server can do',
    'sign-in': 'Sign in',
    folder: 'Open the folder',
    rights: 'Check the rights to read and change mail',
    sender: 'Ask whether the sender is accepted',
    recipient: 'Ask whether mail to the mailbox itself is accepted',
    data: 'Ask whether the mail may come, and hang up before it does',
    fill: 'Fill the placeholders',
    token: 'Get the access token',
    request: 'Send the request and read the answer',
    renew: 'Renew the token, because the remote refused it',
    'request-again': 'Send the request once more',
    client: 'Look whether the client is valid and complete',
    proof: 'Look whether its secret or certificate has ended',
    endpoint: 'Reach the provider',
    clock: 'Compare the clocks',
    secret: 'Have the provider accept the secret or certificate',
    claims: 'Read whether the token is good for mail',
  } satisfies Readonly<Record<AccountStep | ServerStep | InvokerStep | DiagnosisStep, string>>,

  diagnosis: {
    title: 'Why does sign-in fail?',
    lead: 'Looks from the client to what its token says, and names the cause.',
    run: 'Find the cause',
    ask: 'Request a new token for it',
    check: 'Check the secret at the provider',
    checkHint:
      'Without a token there is nothing to refresh, so the provider is asked about a refresh token that was made up: it says no to that, and tells on the way whether it takes the secret.',
    trial: 'Request a token for a trial',
    trialHint: 'The token is read here and thrown away: nothing is stored, and it ends by itself.',
    trialMailbox: 'Mailbox for the trial',
    asked: {
      none: '',
      refresh: 'The token was refreshed for this.',
      'trial-token': 'A token was requested for this, read and thrown away.',
      'made-up-token': 'The provider was asked to refresh a token that was made up.',
    },
    running: 'Looking…',
    steps: 'Diagnosis',
    passed:
      'Nothing here speaks against signing in. If the mail server refuses all the same, the cause is at the mailbox.',
    failed: 'The cause is at the step with the cross.',
    lookedAt: 'Looked at the token of',
    noToken: 'No token was requested with this client yet, so there was none to look at.',
    opaque: 'Only its provider can read this token, so there are no claims to show.',
    says: 'What the token says of itself',
    hints: 'Also worth knowing',
    commands: 'Exchange Online PowerShell',
    commandsLead: 'Run once by an administrator of Exchange; the lines with a mailbox once for each.',
    more: 'The documentation describes each provider step by step: docs/providers.',
    claims: {
      audience: 'For (aud)',
      scopes: 'Permissions (scp)',
      roles: 'Permissions (roles)',
      user: 'User (upn)',
      tenant: 'Tenant (tid)',
      application: 'Application (appid)',
      objectId: 'Object ID (oid)',
      issuer: 'Issuer (iss)',
      issuedAt: 'Issued (iat)',
      expiresAt: 'Expires (exp)',
    },
  },

  tlsTrust: {
    label: 'Certificates that are believed',
    kinds: {
      verified: 'Those of public authorities',
      ca: 'Those of an own authority',
      fingerprint: 'One certificate only',
      any: 'Any, without looking',
    },
    hints: {
      verified: 'As every browser does it: the certificate has to be valid and made out to the host name.',
      ca: 'For servers of your own. The certificate has to be valid, made out to the host name, and signed by what you paste here.',
      fingerprint:
        'For a server whose certificate nobody signed. Its name and its end do not matter; when it is replaced, fetching stops until the new one is pinned.',
      any: 'Only to find out what is wrong.',
    },
    certificates: 'Certificates of the authority',
    certificatesHint: 'PEM, ten at most; intermediates too. Never a private key.',
    stored: 'Stored authorities',
    authority: (subject: string, end: string) => `${subject}, until ${end}`,
    sha256: 'SHA-256 fingerprint',
    sha256Hint: 'Of the server’s certificate. A test that fails shows it.',
    shown: 'The server shows this certificate',
    compare:
      'Compare the fingerprint with the one that whoever runs the server tells you, by another way than this connection.',
    pin: 'Believe this certificate only',
  },

  discovery: {
    address: 'Your address',
    addressHint: 'Finds out where its mailbox is. Nothing is signed in to.',
    find: 'Find the settings',
    found: (count: number) =>
      count === 1 ? 'One way was found' : `${count.toLocaleString('en')} ways were found`,
    nothing: 'Nothing was found: enter host and port yourself.',
    appPassword: 'App password',
    tokenOnly: 'This provider takes tokens only:',
    tokenToo: 'This provider takes tokens, which is better than a password:',
    sources: {
      known: 'This provider is known.',
      mx: 'This provider takes in the mail of the domain.',
      srv: 'The domain says so in DNS.',
      autoconfig: 'The domain publishes these settings.',
      directory: 'So it stands in Thunderbird’s directory.',
      guess: 'A guess from the usual names: look whether the host is yours before you enter a password.',
    },
  },

  mailHost: {
    server: { imap: 'IMAP server', pop3: 'POP3 server', smtp: 'SMTP server' },
    host: { imap: 'IMAP host', pop3: 'POP3 host', smtp: 'SMTP host' },
    port: 'Port',
    security: 'Encryption',
    securities: { tls: 'TLS', starttls: 'STARTTLS', none: 'None' },
  },

  signIn: {
    legend: 'Sign-in',
    way: 'How Mailroom signs in',
    ways: { token: 'With a token (OAuth2)', password: 'With a password', none: 'Not at all' },
    wayHints: {
      token: 'The token of a connected mailbox; renewed by itself.',
      password: 'For servers without OAuth2. Stored encrypted.',
      none: 'Only for servers that trust this machine.',
    },
    login: 'Login',
    loginHint: 'Usually the address of the mailbox; of a shared mailbox, the shared one.',
    password: 'Password',
    passwordKept: 'Leave empty to keep the stored one.',
    passwordStored: 'stored',
    token: 'Token',
    chooseToken: 'Choose a token',
    noTokens: 'No mailbox is connected yet: connect one first.',
    noSuchToken: 'No token of this mailbox or client.',
  },

  problem: {
    code: 'Code',
    request: 'Request',
    unnamed: (code: string) => `Something went wrong that these pages have no sentence for (${code}).`,
    entry: (code: string) => `${code}: what to do`,
    read: (about: string) => `Read more about ${about}`,
    pages: named({
      'mail-accounts.md': 'mail accounts',
      'mail-rules.md': 'rules',
      'outgoing-servers.md': 'outgoing servers',
      'web-services.md': 'web services',
      'webhooks.md': 'webhooks',
      'import-export.md': 'import and export',
      'operations.md': 'running Mailroom',
      'providers/custom.md': 'OAuth2 clients',
      'providers/google.md': 'Google',
      'providers/gmail.md': 'Gmail',
      'providers/google-service-account.md': 'service accounts of Google',
      'providers/microsoft-365.md': 'Microsoft 365',
      'providers/microsoft-365-app-only.md': 'Microsoft 365 without anybody signing in',
      'providers/outlook-com.md': 'Outlook.com',
      'providers/fastmail.md': 'Fastmail',
      'providers/yahoo.md': 'Yahoo',
      'providers/yandex.md': 'Yandex',
    }),
  },

  list: {
    search: 'Search',
    state: 'State',
    anyState: 'Any state',
    noneSuchTitle: 'Nothing fits',
    noneSuchLead: 'Search for other words, or choose another filter.',
    noneYetTitle: 'Nothing found so far',
    noneYetLead: 'There is more than was looked through at once.',
    clear: 'Show everything',
    sort: 'Order',
    newest: 'Newest first',
    oldest: 'Oldest first',
    lookedTo: 'Looked through everything up to',
    lookFurther: 'Look further',
  },

  chart: {
    by: 'Span',
    sizes: { hour: 'Two days by hour', day: 'Thirty days' },
    tableOf: (label: string) => `${label}, in figures`,
    table: 'The figures as a table',
    from: 'From',
    nothing: 'Nothing happened in this time.',
    counted: (label: string, count: number) => `${label}: ${count.toLocaleString('en')}`,
    inWords: (label: string, sums: readonly string[]) => `${label}. ${sums.join(', ')}.`,
  },

  overview: {
    title: 'Overview',
    lead: 'How mail comes in, how it leaves, and what needs you.',
    firstSteps: {
      title: 'Get mail flowing',
      lead: 'Never done this? The guided set-up leads the whole way, from the portal of your provider to the first ticket.',
      guided: 'Start the guided set-up',
      byHand: 'Or step by step by hand:',
      done: 'Done',
      register: {
        title: 'Register a client',
        lead: 'Tell Microsoft 365, Google or another provider about this helpdesk once.',
        action: 'Register a client',
      },
      connect: {
        title: 'Connect a mailbox',
        lead: 'Sign in as the mailbox; incoming and outgoing mail are set up together.',
        action: 'Connect a mailbox',
      },
      send: {
        title: 'Send a mail',
        lead: 'Write to the mailbox from anywhere. The mail appears as a ticket.',
        action: 'Watch it arrive',
      },
    },
    figures: {
      accounts: 'Live mail accounts',
      ill: (count: number) => (count === 0 ? 'all well' : `${count} need${count === 1 ? 's' : ''} attention`),
      notLive: (count: number) => (count === 0 ? 'none yet' : `${count} not live`),
      tokens: 'Valid tokens',
      dead: (count: number) => (count === 0 ? 'all well' : `${count} to reconnect`),
      none: 'none yet',
      stored: 'Mails taken in',
      storedNote: 'all accounts',
      queued: 'Mails waiting to leave',
      failed: (count: number) => (count === 0 ? 'none failed' : `${count} failed`),
    },
    attention: {
      title: 'Needs attention',
      none: 'Nothing needs you right now.',
      allTokens: (count: number) => `All ${count.toLocaleString('en')} tokens to reconnect`,
      allAccounts: (count: number) => `All ${count.toLocaleString('en')} accounts that need attention`,
      allServers: (count: number) => `All ${count.toLocaleString('en')} servers that fail`,
      waitsForToken: 'Waits for its token. It goes on by itself once that is reconnected.',
    },
    flow: {
      title: 'Mail over time',
      in: 'Mail in',
      out: 'Mail out',
      stored: 'Taken in',
      held: 'Held',
      aside: 'Left aside',
      sent: 'Sent',
      failed: 'Failed',
      utc: 'Days begin at midnight UTC.',
    },
    instances: {
      title: 'Who does the work',
      lead: 'Each process watches its share of the mailboxes. When one falls silent, the others take over within seconds.',
      none: 'No process fetches or sends: start one whose option work is not false.',
      waiting: (count: number) =>
        count === 1
          ? 'One account is due and no process watches it yet.'
          : `${count.toLocaleString('en')} accounts are due and no process watches them yet.`,
      process: (id: number) => `process ${id}`,
      self: 'answered this page',
      since: 'Running since',
      sessions: (count: number) =>
        count === 0
          ? 'Watches no mailbox'
          : `Watches ${count.toLocaleString('en')} mailbox${count === 1 ? '' : 'es'}`,
      sending: (count: number) =>
        `sends ${count.toLocaleString('en')} mail${count === 1 ? '' : 's'} just now`,
      more: (count: number) => `and ${count.toLocaleString('en')} more`,
      alive: 'At work',
      silent: (seconds: number) => `Silent for ${seconds.toLocaleString('en')} s`,
    },
    expiries: {
      title: 'What ends when',
      none: 'Nothing has an end date. Tokens renew themselves.',
      marks: ['today', '1 week', '1 month', '3 months', '1 year'],
      allTokens: 'All tokens by their end',
      allClients: 'All clients by their end',
      kinds: {
        secret: 'Client secret',
        certificate: 'Client certificate',
        'refresh-token': 'Refresh token',
        'access-token': 'Access token without a refresh token',
      },
    },
  },

  clients: {
    title: 'OAuth2 clients',
    one: 'OAuth2 client',
    lead: 'App registrations at mail providers. One client can connect many mailboxes.',
    noneTitle: 'Register the first client',
    noneLead:
      'A provider gives tokens only to applications it knows. Register this helpdesk there once, and enter here what you get.',
    filters: {
      search: 'Search',
      searchHint: 'Name, client ID or tenant',
      validity: 'Validity',
      anyValidity: 'Any validity',
      sort: 'Order',
      name: 'Name',
      sorts: { urgency: 'Most urgent first', expiry: 'Next to end' },
    },
    trouble: {
      titles: {
        refused: 'The provider does not accept this client',
        silent: 'The provider does not answer this client as it should',
      },
      badges: { refused: 'Not accepted', silent: 'Provider in trouble' },
      since: 'Failing since',
      asksAgain: 'The provider is asked again',
      until: 'until then no token of this client is renewed. Changing the client tries at once, too.',
      tryNow: 'Try again now',
    },
    tokenTrouble: {
      reconnect: (count: number) => `${count.toLocaleString('en')} to reconnect`,
      suspected: (count: number) => `${count.toLocaleString('en')} being checked again`,
      failing: (count: number) => `${count.toLocaleString('en')} failing`,
    },
    register: 'Register a client',
    registerLead: 'Where are the mailboxes?',
    registerAndConnect: 'Register and connect a mailbox',
    registered: (name: string) => `${name} is registered.`,
    chooseTemplate: 'Choose a provider',
    otherTemplate: 'Another provider',
    templates: named({
      'microsoft-365': { name: 'Microsoft 365', lead: 'Exchange Online: people sign in and consent' },
      'microsoft-365-app-only': {
        name: 'Microsoft 365, application access',
        lead: 'Exchange Online without anybody signing in',
      },
      google: { name: 'Google', lead: 'Google Workspace and Gmail: people sign in and consent' },
      'google-service-account': {
        name: 'Google Workspace, service account',
        lead: 'All mailboxes of a domain without anybody signing in',
      },
      'outlook-com': { name: 'Outlook.com', lead: 'Private mailboxes: Outlook.com, Hotmail, Live' },
      fastmail: { name: 'Fastmail', lead: 'For applications that Fastmail has registered' },
      yahoo: { name: 'Yahoo', lead: 'For applications that Yahoo has approved for mail' },
      yandex: { name: 'Yandex', lead: 'Yandex Mail and Yandex 360' },
      'microsoft-365-gcc-high': {
        name: 'Microsoft 365 GCC High',
        lead: 'United States government: people sign in and consent',
      },
      'microsoft-365-gcc-high-app-only': {
        name: 'Microsoft 365 GCC High, application access',
        lead: 'United States government without anybody signing in',
      },
      'microsoft-365-dod': {
        name: 'Microsoft 365 DoD',
        lead: 'United States Department of Defense: people sign in and consent',
      },
      'microsoft-365-dod-app-only': {
        name: 'Microsoft 365 DoD, application access',
        lead: 'United States Department of Defense without anybody signing in',
      },
      'microsoft-365-china': { name: 'Microsoft 365 China', lead: '21Vianet: people sign in and consent' },
      'microsoft-365-china-app-only': {
        name: 'Microsoft 365 China, application access',
        lead: '21Vianet without anybody signing in',
      },
      custom: { name: 'Custom', lead: 'Any other OAuth2 provider, in any flow' },
    }),
    createdFrom: 'Template:',
    portalTitle: 'First, at the provider',
    name: 'Name',
    nameHint: 'What it is called here.',
    clientId: 'Client ID',
    clientIdHint: 'The public identifier of the application.',
    clientIdHints: named({
      'microsoft-365': 'The “Application (client) ID” from the overview of the app registration.',
      google: 'Ends in .apps.googleusercontent.com.',
      'google-service-account': 'The address of the service account; it comes with the key file.',
    }),
    secret: 'Client secret',
    secretHint: 'The application’s own password. Stored encrypted and never shown again.',
    secretHints: named({
      microsoft: 'The Value of the secret, not its ID. Stored encrypted and never shown again.',
    }),
    secretKept:
      'Leave empty to keep what is stored. What is typed here replaces every secret; below a second one can be added.',
    secretStored: 'stored',
    noSecret: 'No secret',
    secretExpiresAt: 'Secret expires on',
    secretExpiresHint: 'As the provider’s portal says. Shown under “Next expiries”.',
    tenant: 'Tenant',
    tenantHint: 'Directory (tenant) ID or domain. “common” only for applications of several organisations.',
    tenantConcrete:
      'Directory (tenant) ID or domain of the one organisation that this application belongs to.',
    discoveryUrl: 'Discovery address',
    discoveryHint:
      'The issuer, if the provider describes itself (OpenID Connect Discovery): its endpoints need not be typed then.',
    advanced: 'Advanced: endpoints and parameters',
    further: 'More: name, scope, who may use it',
    endpoints: {
      authorizationEndpoint: 'Authorization endpoint',
      tokenEndpoint: 'Token endpoint',
      refreshEndpoint: 'Endpoint for refreshing',
      revocationEndpoint: 'Revocation endpoint',
      deviceEndpoint: 'Device authorization endpoint',
      issuer: 'Issuer',
    },
    endpointHints: {
      authorizationEndpoint: 'Where people sign in and consent.',
      tokenEndpoint: 'Where codes and refresh tokens are exchanged. The secret goes nowhere else.',
      refreshEndpoint: 'Only where refresh tokens go elsewhere on the same host. Optional.',
      deviceEndpoint: 'For signing in from the command line. Optional.',
      revocationEndpoint: 'Told when a token is deleted here. Optional.',
      issuer: 'What the provider calls itself; checked on every sign-in. Optional.',
    },
    scope: 'Scope',
    scopeHint: 'Separated by spaces. Changes take effect at the next connect or reconnect.',
    scopeUse: 'The mailboxes are used to',
    scopeUseHint: 'Writes the scope below.',
    scopeUses: { imap: 'read mail by IMAP', pop: 'read mail by POP', smtp: 'send mail' },
    findingsWrong: 'The provider would refuse this',
    findingsDoubt: 'Is this meant like that?',
    findings: clientFindings,
    flow: 'Flow',
    flowHint: 'How tokens are got. Cannot be changed later.',
    flows: {
      'authorization-code': 'People sign in and consent (authorization code)',
      'client-credentials': 'The application acts for itself (client credentials)',
      'jwt-bearer': 'A service account signs for each mailbox (JWT bearer)',
    },
    clientAuthentication: 'How the client proves itself',
    clientAuthenticationHint: 'A certificate is chosen by itself when it is put to use.',
    authentications: {
      post: 'Secret in the request body',
      basic: 'Secret in the Authorization header',
      'private-key-jwt': 'Signed with its key (private_key_jwt)',
    },
    identity: 'Whose mailbox it is',
    identityHint:
      'Providers without OpenID Connect do not say who consented: then it is typed, and the mail server has the last word.',
    identities: {
      'id-token': 'The provider says it (OpenID Connect)',
      none: 'Typed by whoever connects the mailbox',
    },
    parameters: {
      extraParameters: 'Extra parameters of the sign-in page',
      tokenParameters: 'Extra parameters of token requests',
      refreshParameters: 'Extra parameters of refreshing',
      answerNames: 'Names of members in answers',
    },
    parameterHints: {
      extraParameters: 'One a line: name=value. For example hd=example.com.',
      tokenParameters:
        'One a line: name=value. {scope}, {clientId}, {code} … stand for what the request is about.',
      refreshParameters: 'The same for refreshing; {refreshToken} as well.',
      answerNames: 'Only where the provider has names of its own: access_token=token.',
    },
    mailHosts: 'Mail servers',
    mailHostsHint:
      'Hosts that the tokens may be shown to, one a line. One more asks for the secret of the client again.',
    mailHostsOwn: (hosts: string) => `The provider’s own are allowed already: ${hosts}.`,
    shownTo: (hosts: string) => `Tokens of this client are shown to these mail servers only: ${hosts}.`,
    shownToAny:
      'Tokens of this client may be sent to any mail server an admin enters. To bind them, name the mail servers under “Advanced”.',
    personal: 'Mailboxes of staff',
    personalServers: 'Staff may connect a mailbox of their own',
    personalServersHint:
      'On the page “My mailbox” of the helpdesk. They send from it as whom the provider says they are, and see nothing else of these pages.',
    submission: 'Where their mail leaves',
    submissionHint: (host: string | null) =>
      host === null
        ? 'They type no host, so name it here. It has to be one of the mail servers under “Advanced”.'
        : `They type no host. Empty: the provider’s own, ${host}.`,
    projectId: 'Project ID',
    projectIdHint: 'To find the registration in Google’s console. Optional.',
    callbackAlias: 'Redirect URI at the provider',
    callbackAliasHint: 'A registration that was made for another product can stay as it is.',
    callbackOwn: 'Our own, as above',
    callbackAliases: {
      znuny: 'As Znuny had it',
      otrs: 'As OTRS had it',
      'odoo-outlook': 'As Odoo had it for Outlook',
      'odoo-gmail': 'As Odoo had it for Gmail',
      'group-office': 'As Group Office had it',
    },
    probe: 'Does it lead here?',
    probeGood: 'Yes: this address leads here.',
    probeBad:
      'No: something else answers under this address. The helpdesk has to leave this path out of its global prefix, and a proxy has to pass it on.',
    serviceAccountKey: 'Key file of the service account',
    serviceAccountHint: 'The JSON file that Google gives for a key. Stored encrypted and never shown again.',
    serviceAccountKept: 'Leave empty to keep the stored one.',
    serviceAccountFile: 'Choose the file…',
    warningDays: 'Tell people so many days before',
    warningDaysHint: 'Days before a secret or the certificate ends, with commas between.',
    secrets: 'Secrets',
    secretsLead:
      'Two at most: put the new one beside the old one, then remove the old one at the provider and here. Mail goes on all the time.',
    secretNumber: (index: number, count: number) =>
      count === 1 ? 'The secret' : index === 0 ? 'The older secret' : 'The newer secret',
    secretAdded: (by: string) => `Entered by ${by}`,
    secretEnds: 'Secret ends',
    secretEndUnknown: 'Its end is not known.',
    secretRefused: 'Refused',
    changeEnd: 'Change the end',
    changeEndOf: (name: string) => `Change the end: ${name}`,
    changeEndHint: 'Leave empty when it is not known.',
    newSecret: 'New secret',
    addSecret: 'Add this secret',
    secretAddedDone: 'The secret is stored and will be tried.',
    removeSecret: 'Remove',
    removeSecretTitle: 'Remove this secret?',
    removeSecretConsequence: 'It is forgotten here. What it is at the provider does not change.',
    certificate: 'Certificate',
    certificateLead:
      'Instead of a secret: the key is made here and never leaves, only the certificate is uploaded at the provider.',
    certificateInUse: 'In use',
    certificateWaits: 'Waits until it is uploaded',
    certificateSteps:
      'Download it, upload it at the provider (Microsoft Entra: Certificates & secrets → Certificates), compare the thumbprint, then put it to use here.',
    certificateEnds: 'Certificate ends',
    certificateActive: 'The certificate is in use.',
    certificateMonths: 'Good for',
    certificateValidities: { 6: '6 months', 12: '1 year', 24: '2 years', 36: '3 years' },
    algorithm: 'Signed with',
    algorithms: { PS256: 'PS256 (Microsoft)', RS256: 'RS256' },
    createCertificate: 'Make a certificate',
    renewCertificate: 'Make a new certificate',
    downloadCertificate: 'Download (.cer)',
    activateCertificate: 'It is uploaded: use it',
    discardCertificate: 'Discard',
    discardCertificateTitle: 'Discard this certificate?',
    discardCertificateConsequence: 'The key is forgotten; what is in use stays.',
    removeCertificate: 'Remove',
    removeCertificateTitle: 'Remove the certificate in use?',
    removeCertificateConsequence: 'The client proves itself by its secrets again, if it has any.',
    thumbprint1: 'Thumbprint (SHA-1)',
    thumbprint256: 'Thumbprint (SHA-256)',
    validity: 'Validity',
    validityHint: 'Tokens of a client that is not valid are neither renewed nor used.',
    validities: { valid: 'Valid', invalid: 'Invalid', 'temporarily-invalid': 'Temporarily invalid' },
    notifications: 'Notifications',
    notifyToken: 'Expired token',
    notifyTokenHint: 'Shows a notification for admins below the top menu if the OAuth2 token has expired.',
    notifyRefresh: 'Expired refresh token',
    notifyRefreshHint:
      'Shows a notification for admins below the top menu if the OAuth2 refresh token has expired.',
    redirectUri: 'Redirect URI',
    redirectUriHint: 'Register exactly this address at the provider.',
    redirectUriHints: named({
      'microsoft-365': 'Authentication → Platform “Web”. Exactly this address.',
      google: 'Authorised redirect URIs. Exactly this address.',
    }),
    tokenCount: (count: number) => (count === 1 ? '1 mailbox connected' : `${count} mailboxes connected`),
    delete: 'Delete client',
    deleteTitle: (name: string) => `Delete ${name}?`,
    deleteConsequence:
      'The client and its unused tokens are deleted here; the registration at the provider stays. Not possible while an account or server uses one of its tokens.',
    deleted: (name: string) => `${name} is deleted.`,
    rules: {
      required: 'This is needed.',
      tenant: 'Letters, digits, dots and hyphens only: a GUID or a domain, not the name of the organisation.',
      secretId: 'This is the ID of a secret. Copy the column “Value” instead.',
      url: 'This is not a web address.',
      days: 'Whole days from 1 to 365, with commas between.',
      lines: 'One a line: name=value.',
    },
  },

  connect: {
    title: 'Connect a mailbox',
    lead: 'Sign in as the mailbox once. Mailroom renews the access from then on.',
    guided: 'Nothing is registered at the provider yet? The guided set-up shows every click there, too.',
    toGuided: 'Start the guided set-up',
    signIn: {
      password: 'Password',
      passwordHint: 'An app password where the provider has them. Stored encrypted and never shown again.',
      login: 'Login',
      loginHint: 'Where it is not the address.',
    },
    setUpLead: 'Say what should happen with its mail.',
    client: 'Client',
    clientHint: 'The app registration to sign in with.',
    otherClient: 'Register another client',
    checkFirst: 'Check its secret first',
    address: 'Mailbox address',
    find: 'Find its provider',
    findServers: 'Find the servers',
    addressFinds: 'Says at which provider a client is needed.',
    foundNothing: 'Nobody says where this mailbox is. Choose the client that signs in to it.',
    foundServer: (host: string) =>
      `The mailbox is said to be at ${host}, of which no sign-in by consent is known. With a client of its provider go on here; for a password:`,
    foundClient: (provider: string, client: string) =>
      `The mailbox is at ${provider}; the client ${client} is chosen for it.`,
    foundNoClient: (provider: string) => `The mailbox is at ${provider}, for which there is no client yet.`,
    registerFor: (provider: string) => `Register one for ${provider}`,
    destination: 'Mail goes to',
    destinationHint: 'Rules and routes by recipient may send it elsewhere.',
    addressHints: {
      'sign-in': 'Optional: the provider offers this account at its sign-in.',
      stated:
        'Whose mailbox it is. This provider does not say, so nothing but the mail server can confirm it.',
      application: 'The mailbox to open. The application needs access to it at the provider.',
      'service-account': 'The mailbox that the service account speaks for.',
    },
    requestToken: 'Request token',
    connect: 'Connect',
    whatHappens: {
      'sign-in': 'Your browser goes to the provider, where you sign in as the mailbox, and comes back here.',
      stated: 'Your browser goes to the provider, where you sign in as the mailbox, and comes back here.',
      application: 'Nobody has to sign in: the client asks by itself. One token opens all its mailboxes.',
      'service-account': 'Nobody has to sign in: the client asks by itself, once for each mailbox.',
    },
    noClientTitle: 'Register a client first',
    noClientLead: 'The provider has to know this helpdesk before it lets it into a mailbox.',
    waiting: 'Connected, but not set up yet',
    allWaiting: (count: number) => `All ${count.toLocaleString('en')} of them`,
    searchClient: 'Find a client',
    alreadyUsed: 'This mailbox is set up already.',
    open: (name: string) => `Open ${name}`,
    name: 'Name',
    nameHint: 'What account and server are called here.',
    mailboxAddress: 'Mailbox',
    mailboxAddressHint: 'Another address for a shared mailbox that this account has full access to.',
    incoming: 'Incoming mail',
    incomingHint: 'Mail of this mailbox becomes tickets.',
    incomingHost: 'Mail server',
    outgoing: 'Outgoing mail',
    outgoingHint: 'The helpdesk sends through this mailbox.',
    outgoingHost: 'SMTP server',
    test: 'Test',
    testOf: { incoming: 'Test of incoming mail', outgoing: 'Test of outgoing mail' },
    testing: 'Testing both directions…',
    finish: 'Finish',
    doneTitle: 'The mailbox is connected and works',
    doneLead: 'Mail is fetched from now on.',
    brokenTitle: 'The mailbox is connected, but a test failed',
    brokenLead: 'Nothing is lost. Repair what the cross says, then test again on the account or server.',
    toAccount: 'Go to the account',
    toServer: 'Go to the server',
  },

  accounts: {
    searchHint: 'Name, address or host',
    sorts: {
      name: 'By name',
      address: 'By address',
      urgency: 'Most urgent first',
      fetched: 'Longest without a fetch first',
    },
    filterStates: {
      attention: 'Needs attention',
      live: 'Live',
      paused: 'Paused',
      draft: 'Draft',
      archived: 'Archived',
    },
    title: 'Mail accounts',
    one: 'Mail account',
    lead: 'Where mail is fetched from and turned into tickets.',
    noneTitle: 'No mailbox is fetched yet',
    noneLead: 'Connect a mailbox with OAuth2, or add an account with a password by hand.',
    addByHand: 'Add by hand',
    addByHandLead:
      'For servers that want a password, or another folder of a connected mailbox. For Microsoft 365 and Google:',
    addAndFetch: 'Add and start fetching',
    added: (name: string) => `${name} is added.`,
    status: {
      draft: 'Draft',
      paused: 'Paused',
      archived: 'Archived',
      ok: 'Fetching',
      waiting: 'Waiting',
      failing: 'Failing',
      never: 'Not fetched yet',
    },
    nowIn: {
      draft: 'It is a draft.',
      live: 'It is live.',
      paused: 'It is paused.',
      archived: 'It is archived.',
    },
    toggle: { draft: 'Start fetching', live: 'Pause', paused: 'Resume', archived: 'Take out of the archive' },
    notWhile: {
      draft: 'not while a draft',
      live: '',
      paused: 'not while paused',
      archived: 'not while archived',
    },
    archive: 'Archive account',
    archiveTitle: (name: string) => `Archive ${name}?`,
    archiveConsequence:
      'Nothing is fetched any more and the account lets go of its token. Its history stays, and it can be taken back.',
    lastSuccess: 'Last fetch',
    nextFetch: 'Next fetch',
    notYet: 'not yet',
    heldBy: (host: string | null) => (host ? `connected now (${host})` : 'connected now'),
    storedLabel: 'Taken in',
    othersLabel: 'Passed over',
    others: (passed: number, duplicates: number, countedTo: number) =>
      `${counted(passed, countedTo)} ignored, ${counted(duplicates, countedTo)} duplicates`,
    counted,
    stored: (count: number, countedTo: number) =>
      `${counted(count, countedTo)} ${count === 1 ? 'mail' : 'mails'} taken in`,
    quarantined: (count: number, countedTo: number) => `${counted(count, countedTo)} in quarantine`,
    oversized: (count: number, countedTo: number) => `${counted(count, countedTo)} too large`,
    fetchNow: 'Fetch now',
    fetchAsked: 'Mail is being fetched.',
    fetchedInTurn: 'Mail is fetched as soon as it is this mailbox’s turn, usually within seconds.',
    fetchedAfter: (at: string) => `The provider wants a pause. Mail is fetched after it: ${at}`,
    deliveriesTab: 'Recent mail',
    settingsTab: 'Settings',
    quarantineTitle: (count: number, countedTo: number) =>
      count === 1 ? 'One mail is in quarantine' : `${counted(count, countedTo)} mails are in quarantine`,
    quarantineLead:
      'The helpdesk could not take them in. Nothing is lost: their raw bytes are kept and they can be tried again.',
    showQuarantine: 'Show them',
    oversizedTitle: (count: number, countedTo: number) =>
      count === 1
        ? 'One mail is too large and stays on the server'
        : `${counted(count, countedTo)} mails are too large and stay on the server`,
    oversizedLead: (limit: string) =>
      `The limit of this account is ${limit}. Raise it in the settings to fetch them.`,
    name: 'Name',
    address: 'Address',
    addressHint: 'The mailbox’s own address.',
    fetching: 'Fetching',
    protocol: 'Protocol',
    protocols: { imap: 'IMAP', pop3: 'POP3' },
    protocolHints: {
      imap: 'Folders, new mail at once, and mail can stay where it is, marked as read.',
      pop3: 'The inbox only, looked at from time to time. For servers without IMAP.',
    },
    cautions: {
      'certificate-not-verified': {
        title: 'Anybody could pose as this mail server',
        lead: 'Certificates are not looked at. Who sits between reads the password or token and every mail. Pin the certificate, or name the authority that signed it.',
      },
      'not-encrypted': {
        title: 'Nothing is encrypted on the way to this mail server',
        lead: 'Who sits between reads the password and every mail. Choose TLS or STARTTLS unless the server is on this very machine.',
      },
    },
    goLive: 'Go live',
    neverTested: 'These settings were never tested.',
    tested: (passed: boolean) => (passed ? 'Last test: everything worked' : 'Last test: it failed'),
    showLastTest: 'Steps of the last test',
    batch: 'At most in one turn',
    batchMessages: 'Mails in one turn',
    batchMessagesHint: 'Then the other accounts get theirs.',
    batchMb: 'Size of one turn',
    batchMbHint: 'Whichever comes first.',
    quietImport: 'Import old mail silently',
    quietImportHint:
      'Mail from before the account goes live becomes tickets marked as history: nobody is answered or told of it.',
    browseFolders: 'Look which folders there are',
    foldersFound: (count: number) =>
      count === 0
        ? 'This mailbox has no folders to choose from.'
        : `${count.toLocaleString('en')} found: type to search.`,
    foldersChooseHint: 'The first one hears of new mail at once, the others at every poll.',
    noSuchFolder: 'No folder of that name',
    onlyHoldsOthers: 'only holds other folders',
    mailsIn: (messages: number, unseen: number) =>
      [
        `${messages.toLocaleString('en')} ${messages === 1 ? 'mail' : 'mails'}`,
        ...(unseen > 0 ? [`${unseen.toLocaleString('en')} unread`] : []),
      ].join(', '),
    specialUses: {
      '\\Inbox': 'Inbox',
      '\\Sent': 'Sent',
      '\\Drafts': 'Drafts',
      '\\Junk': 'Junk',
      '\\Trash': 'Trash',
      '\\Archive': 'Archive',
      '\\All': 'All mail',
      '\\Flagged': 'Flagged',
      '\\Important': 'Important',
    },
    folders: 'Folders',
    foldersHint:
      'INBOX unless a rule at the provider sorts the mail elsewhere. The first one hears of new mail at once, the others at every poll. Press Enter after each.',
    disposition: 'After fetching',
    dispositions: {
      seen: 'Mark as read',
      delete: 'Delete',
      move: 'Move to a folder',
      leave: 'Leave untouched',
    },
    dispositionHints: {
      seen: 'The mail stays in the mailbox, marked as read.',
      delete: 'The mail is deleted once it is safely a ticket, never before.',
      move: 'The mail is moved once it is safely a ticket.',
      leave: 'The mail stays as it is. Mailroom remembers what it has.',
    },
    moveTo: 'Folder to move to',
    moveToHint: 'It has to exist in the mailbox.',
    start: 'Which mail becomes tickets',
    starts: { new: 'Only new mail', since: 'Mail since a date', all: 'Everything in the folder' },
    startHints: {
      new: 'What arrives from now on.',
      since: 'What the server received on that day or later.',
      all: 'Every mail becomes a ticket, however old.',
    },
    since: 'Since',
    sizeLimit: 'Size limit',
    sizeLimitHint: 'Larger mail stays on the server and is named on the account.',
    push: 'Stay connected',
    pushHint: 'New mail arrives within seconds (IMAP IDLE).',
    poll: 'Look again every',
    pollHint: 'Also when connected, in case the server forgets to tell.',
    alarms: 'Alarms',
    silentAfter: 'Warn when nothing was fetched for',
    silentAfterHint:
      'Although nothing failed. Left empty: four times the interval above, at least an hour. 0: never.',
    quietAfter: 'Warn when no mail came for',
    quietAfterHint: 'For mailboxes that usually get mail every day. Left empty: never.',
    setBackTitle: 'This account had failed for days and was made a draft',
    setBackLead: 'It failed with:',
  },

  mailRules: {
    searchHint: 'Name, or what it looks for',
    filter: 'Show',
    anyRule: 'All rules',
    filterStates: { on: 'On', off: 'Off', idle: 'Without any mail so far' },
    orders: { usual: 'As they are asked', name: 'By name', hits: 'Most mail first' },
    routesHint: 'Address, destination or comment',
    anyDestination: 'Anywhere',
    goingTo: 'Going to',
    routeOrders: { usual: 'By address', destination: 'By destination' },
    title: 'Rules',
    lead: 'What happens to mail that comes in, before the helpdesk gets it. Rules are asked from top to bottom.',
    one: 'Rule',
    add: 'Add a rule',
    addLead: 'It comes last; move it where it belongs afterwards.',
    added: (name: string) => `Rule ${name} added.`,
    noneTitle: 'All mail goes straight to the helpdesk',
    noneLead: 'A rule ignores mail, keeps it until somebody has looked, sends it elsewhere or tags it.',
    delete: 'Delete',
    deleteTitle: (name: string) => `Delete the rule ${name}?`,
    deleteConsequence:
      'Mail that comes in from now on is not asked about it any more. What it did stays done.',
    deleted: (name: string) => `Rule ${name} deleted.`,
    hits: (count: number) =>
      count === 0
        ? 'No mail so far'
        : count === 1
          ? '1 mail so far'
          : `${count.toLocaleString('en')} mails so far`,
    lastHit: ' · the last one',
    enabled: (name: string) => `${name} is on`,
    moveUp: (name: string) => `Move ${name} up`,
    moveDown: (name: string) => `Move ${name} down`,
    movedTo: (name: string, place: number, of: number) => `${name} is number ${place} of ${of} now.`,
    asks: (count: number, match: 'all' | 'any') =>
      count === 0
        ? 'Every mail'
        : count === 1
          ? '1 condition'
          : match === 'all'
            ? `All of ${count} conditions`
            : `Any of ${count} conditions`,
    goesTo: (destination: string) => `goes to ${destination}`,
    hasPriority: (priority: string) => `priority: ${priority}`,
    tagged: (tags: readonly string[]) => `tagged ${tags.join(', ')}`,
    isUnlimited: 'no limit for its sender',

    name: 'Name of the rule',
    conditions: 'If',
    match: 'How many conditions have to hold',
    matches: { all: 'All of them', any: 'Any of them' },
    everyMail: 'Without a condition the rule is about every mail.',
    addCondition: 'Add a condition',
    conditionNumber: (number: number) => `Condition ${number}`,
    removeCondition: (number: number) => `Remove condition ${number}`,
    field: 'What',
    fields: {
      from: 'From or Sender',
      recipient: 'Any recipient',
      to: 'To',
      cc: 'Cc',
      'reply-to': 'Reply-To',
      subject: 'Subject',
      body: 'Text',
      attachment: 'Name of an attachment',
      header: 'A header',
      size: 'Size',
      automatic: 'Sent automatically',
      authentication: 'Authentication',
      account: 'Account',
    },
    comparison: 'Compared',
    comparisons: {
      is: 'is',
      contains: 'contains',
      starts: 'begins with',
      ends: 'ends with',
      matches: 'fits (* is any text)',
    },
    exists: 'is there',
    sizes: { over: 'is over', under: 'is under' },
    kib: 'KB',
    value: 'With what',
    headerName: 'Its name',
    account: 'Which account',
    choose: 'Choose…',
    method: 'Method',
    methods: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', arc: 'ARC' },
    result: 'Result',
    results: ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror'],
    not: 'Not',

    actions: 'Then',
    then: 'What happens',
    thens: {
      continue: 'Go on with the next rule',
      stop: 'Ask no more rules',
      ignore: 'Ignore the mail',
      quarantine: 'Keep it in quarantine',
    },
    thenHints: {
      continue: 'What is chosen below holds unless a later rule says otherwise.',
      stop: 'The mail goes to the helpdesk as it stands now.',
      ignore:
        'The helpdesk never gets it. It stands in the list of the account as ignored, with the name of this rule.',
      quarantine: 'The helpdesk does not get it until somebody hands it over from the quarantine.',
    },
    destination: 'Goes to',
    destinationTyped: 'The helpdesk does not tell what there is: type the id.',
    default: 'Where the helpdesk puts it',
    asBefore: 'As it is',
    gone: (id: string) => `${id} (unknown to the helpdesk)`,
    priority: 'Priority',
    priorities: { high: 'High', normal: 'Normal', low: 'Low' },
    tags: 'Tags',
    tagsHint: 'Press Enter after each.',
    unlimited: 'No limit for the sender',
    unlimitedHint: 'Never held back because its sender sends too much: for monitoring and the like.',

    trial: 'What would happen to a mail?',
    trialLead:
      'Nothing is stored and nothing is sent. Rules that are off are shown with what they would say.',
    trialDraftLead:
      'Tried is the rule as it stands above, saved or not, among all others in their order. Nothing is stored and nothing is sent.',
    trialAccount: 'Comes in on',
    trialFile: 'A mail as a file',
    trialFilePlaceholder: 'Choose an .eml file',
    trialText: 'Or its source, pasted',
    trialDelivery: 'The mail that you came from.',
    trialAnother: 'Try another mail',
    trialRun: 'Try it',
    verdicts: 'What each rule says',
    acting: (names: readonly string[]) =>
      names.length === 0
        ? 'No rule acts on it.'
        : `${names.length === 1 ? 'One rule acts' : `${names.length} rules act`} on it: ${names.map((name) => `“${name}”`).join(', then ')}.`,
    asOnPage: 'as it stands on this page',
    verdictOf: { acts: 'Acts', passes: 'Does not act', 'not-asked': 'Not asked', off: 'Off' },
    becauseHolds: (conditions: number) =>
      conditions === 0
        ? 'Without conditions it is about every mail.'
        : conditions === 1
          ? 'Its condition holds.'
          : 'Enough of its conditions hold.',
    becauseFails: (failed: readonly number[], conditions: number) => {
      if (conditions === 1) return 'Its condition does not hold.';
      if (failed.length === conditions) return 'None of its conditions holds.';
      if (failed.length === 1) return `Condition ${failed[0]} does not hold.`;
      return `Conditions ${failed.slice(0, -1).join(', ')} and ${failed.at(-1)} do not hold.`;
    },
    becauseOff: (holds: boolean) => `It is switched off. It would ${holds ? 'hold' : 'not hold'}.`,
    becauseEnded: (name: string, holds: boolean) =>
      `Not asked, because “${name}” ended it. It would ${holds ? 'hold' : 'not hold'}.`,
    conditionSaw: (number: number, holds: boolean, seen: readonly string[]) =>
      `Condition ${number} ${holds ? 'holds' : 'does not hold'}: it saw ${seen.length === 0 ? 'nothing' : seen.map((text) => `“${text}”`).join(', ')}.`,
    recipients: 'Sent to',
    nobody: 'nobody that it names',
    lastHop: 'Last mail server',
    notTold: 'not told',
    authentication: 'Authentication',
    nobodyChecked: 'nobody who is believed has checked',
    noResults: 'Nothing found',
    checkedHere: 'Checked by Mailroom.',
    checkedBy: (server: string | null) =>
      server === null ? 'Checked by the mail server.' : `Checked by ${server}.`,
    control: 'Control headers',
    noControl: 'none',
    vouched: {
      hop: 'they count, the mail server vouches',
      authentication: 'they count, its domain passed DMARC',
    },
    stripped: 'nobody vouches, so they are taken off',
    controls: {
      honoured: 'Its control headers counted.',
      stripped: 'Its control headers were taken off.',
    },
    by: {
      account: 'as the account says',
      recipient: 'by its recipient',
      rule: 'as a rule says',
      header: 'as its control header says',
    },
    byRecipient: (address: string) => `as it was sent to ${address}`,
    unknown: (id: string) => `“${id}” was wished for, which the helpdesk does not have.`,
    went: 'Went to',
    byRules: (names: readonly string[]) => `${names.length === 1 ? 'Rule' : 'Rules'}: ${names.join(', ')}.`,
    tryOn: 'Try the rules on it',

    routes: 'Routes by recipient',
    routesLead: 'Where mail goes by the address it was sent to, on accounts that are set to it.',
    noRoutesTitle: 'No address has a place of its own',
    noRoutesLead:
      'Name an address and where its mail goes. Then set an account to go by recipient: what has no route goes where the account says.',
    addRoute: 'Add a route',
    routeAdded: (address: string) => `Mail to ${address} has its place now.`,
    routeDeleted: (address: string) => `The route for ${address} is deleted.`,
    routeAddress: 'Address',
    routeAddressHint: 'One address, or *@example.com for all of a domain. An address of its own goes first.',
    change: 'Change',
    changeRoute: (address: string) => `Change the route for ${address}`,
    deleteRoute: (address: string) => `Delete the route for ${address}`,

    screening: 'Where its mail goes, and who is believed',
    saveScreening: 'Save where it goes',
    dispatching: 'Where its mail goes',
    dispatchBy: 'Goes by',
    dispatchings: { account: 'This account', recipient: 'The address it was sent to' },
    dispatchHints: {
      account: 'All mail of this account goes to one place. Rules may say otherwise.',
      recipient: 'By the routes by recipient; mail without a route goes to the place below.',
    },
    fallback: 'Mail without a route goes to',
    believing: 'Who is believed',
    trustedHop: 'Your mail server',
    trustedHopHint:
      'As it calls itself in Received and Authentication-Results; *.example.com stands for several. Name it only if it writes such a header into every mail: what it says there is believed.',
    verify: 'Check SPF, DKIM, DMARC and ARC here',
    verifyHint: 'Asks DNS about every mail. Rules can go by the results. Mail comes in whatever is found.',
    trustHeaders: 'Control headers count',
    trustHeadersHint:
      'A mail may say where it goes, what priority it has and more (X-Mailroom-Queue and so on). From mail that nobody vouches for they are taken off.',
    trustedDomains: 'Only from these domains',
    trustedDomainsHint:
      'Mail has to have passed DMARC for one of them. Without any, all mail that came by your mail server counts.',
    heldBack: (count: number, countedTo: number) =>
      count === 1
        ? '1 mail is held back because its sender sent too much'
        : `${counted(count, countedTo)} mails are held back because their senders sent too much`,
  },

  deliveries: {
    title: 'Recent mail',
    show: 'Show',
    all: 'All mail',
    noneTitle: 'No mail has been fetched yet',
    noneLead: 'Send one to the mailbox and it appears here.',
    noneWhileIdle: 'Nothing is fetched as long as the account is not live. Start it above.',
    searchHint: 'Sender, subject or Message-ID',
    noSubject: '(no subject)',
    noSender: 'unknown sender',
    outcomes: {
      stored: 'Taken in',
      ignored: 'Ignored',
      refused: 'Refused',
      retrying: 'Being retried',
      quarantined: 'In quarantine',
      oversized: 'Too large',
      duplicate: 'Duplicate',
      discarded: 'Thrown away',
    },
    nextTry: 'Offered again',
    replay: 'Try again',
    replayOf: (subject: string) => `Try again: ${subject}`,
    replayed: 'The mail is offered to the helpdesk again.',
    download: 'Download the raw mail',
    downloadOf: (subject: string) => `Download the raw mail: ${subject}`,
  },

  activity: {
    tab: 'Activity',
    now: 'Fetching now',
    queued: 'Waiting for its turn',
    pausedUntil: (at: string) => `The provider wants a pause. What was asked for is fetched after it: ${at}`,
    counted: (phase: string, done: number, total: number, size: string) =>
      `${phase}: ${done.toLocaleString('en')} of the ${total.toLocaleString('en')} mails found so far taken in (${size})`,
    stopping:
      'Pause stops it within seconds: what has been taken in stays, the rest follows once the account is live again.',
    phases: {
      connect: 'Connecting',
      'sign-in': 'Signing in',
      look: 'Looking what is new',
      fetch: 'Fetching',
      commit: 'Handing over',
      dispose: 'Tidying up on the server',
    },
    took: (milliseconds: number) =>
      milliseconds < 1_000
        ? `${milliseconds.toLocaleString('en')} ms`
        : `${(milliseconds / 1_000).toLocaleString('en', { maximumFractionDigits: 1 })} s`,
    runs: 'What the mailbox was looked at for',
    show: 'Show',
    everyRun: 'Every look',
    brought: 'Those that brought mail',
    cause: 'Because',
    anyCause: 'Whatever the cause',
    none: (quiet: number) =>
      quiet === 0
        ? 'Nobody has looked into this mailbox yet. Start the account, or fetch now.'
        : `Looked ${quiet.toLocaleString('en')} times, and there was nothing new.`,
    quietSince: (count: number) =>
      `Since then looked ${count.toLocaleString('en')} ${count === 1 ? 'time' : 'times'}, and there was nothing new.`,
    quietBefore: (count: number) =>
      `Before that looked ${count.toLocaleString('en')} ${count === 1 ? 'time' : 'times'}, and there was nothing new.`,
    nothing: 'Nothing new',
    mails: (count: number, size: string) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'mail' : 'mails'}, ${size}`,
    causes: { poll: 'Regular look', push: 'The server told', asked: 'Asked for' },
    states: {
      running: 'Going on',
      done: 'Done',
      failed: 'Failed',
      stopped: 'Stopped',
      lost: 'Taken over',
      'broken-off': 'Broken off',
    },
    protocol: {
      title: 'Protocol log',
      lead: 'What Mailroom and the mail server say to each other, without passwords, tokens and the text of mail. Kept for as long as you choose and then deleted; at most the last megabyte.',
      span: 'Keep it for',
      spans: { '15': '15 minutes', '60': 'One hour', '1440': 'One day' },
      begin: 'Connect anew and keep a log',
      until: 'It is kept and then deleted',
      empty: 'Nothing has been said yet.',
      download: 'Download all of it',
      end: 'Stop and delete',
      endTitle: 'Delete the protocol log?',
      endConsequence:
        'What has been written down is deleted, and nothing more is. Download it first if you need it.',
    },
    timeline: {
      title: 'Mail over time',
      mails: 'Mails',
      size: 'Size',
      failures: 'Failed looks',
    },
  },

  quarantine: {
    title: 'Quarantine',
    lead: 'Mail that the helpdesk could not take. Nothing of it is lost: its raw bytes are kept until you decide.',
    noneTitle: 'Nothing is in quarantine',
    noneLead: 'Every mail that came in was taken. Here is where you would find one that was not.',
    filters: {
      kind: 'Show',
      kinds: { quarantined: 'Could not be taken', refused: 'Refused by the helpdesk' },
      account: 'Account',
      everyAccount: 'All accounts',
      thisAccount: 'This account (nothing held)',
      reason: 'Reason',
      anyReason: 'Any reason',
      counted: (name: string, count: number) => `${name} (${count.toLocaleString('en')})`,
      search: 'Search',
      searchHint: 'Sender, subject or Message-ID',
    },
    look: 'Look into it',
    lookOf: (subject: string) => `Look into it: ${subject}`,
    refusedWith: (reason: string) => `The helpdesk refused it: ${reason || 'without a reason'}`,
    offered: (times: number) => `Offered ${times.toLocaleString('en')} times.`,
    discard: 'Throw away',
    discardOf: (subject: string) => `Throw away: ${subject}`,
    discardTitle: (subject: string) => `Throw away “${subject}”?`,
    discardConsequence:
      'The raw bytes and what is attached are deleted for good. That the mail came stays known, so it is not fetched again.',
    copies: {
      seen: () => 'are marked as read',
      delete: () => 'are deleted',
      move: (folder: string) => `are moved to “${folder}”`,
      leave: () => 'stay untouched',
    },
    copiesAre: (fate: string) => `Copies on the mail server ${fate}.`,
    copiesAt: (account: string, fate: string) => `those of ${account} ${fate}`,
    copiesOfMany: (named: readonly string[], others: number) =>
      `Copies on the mail servers: ${named.join('; ')}${others === 0 ? '' : `; and those of ${others.toLocaleString('en')} more accounts as those are set`}.`,
    copiesAsSet: 'Copies on the mail servers are treated as their accounts are set.',
    discarded: 'The mail is gone.',
    replayAll: (count: number) => `Try all ${count.toLocaleString('en')} again`,
    replayAllTitle: (count: number) =>
      count === 1 ? 'Try this mail again?' : `Try ${count.toLocaleString('en')} mails again?`,
    replayAllConsequence:
      'Every mail that fits the filters is offered to the helpdesk again, one after the other, oldest first. What it cannot take this time either stays here.',
    discardAll: (count: number) => `Throw all ${count.toLocaleString('en')} away`,
    discardAllTitle: (count: number) =>
      count === 1 ? 'Throw this mail away?' : `Throw ${count.toLocaleString('en')} mails away?`,
    runs: {
      title: { replay: 'Trying mails again', discard: 'Throwing mails away' },
      going: (act: 'replay' | 'discard', done: number, total: number) =>
        `${act === 'replay' ? 'Tried again' : 'Thrown away'}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
      stop: 'Stop',
      over: {
        done: (act: 'replay' | 'discard', done: number, released: number, who: string) =>
          act === 'replay'
            ? `${who} had ${done.toLocaleString('en')} mails tried again; ${released.toLocaleString('en')} left the quarantine. Done`
            : `${who} had ${released.toLocaleString('en')} mails thrown away. Done`,
        stopped: (act: 'replay' | 'discard', done: number, _released: number, who: string) =>
          `${act === 'replay' ? 'Trying again' : 'Throwing away'}, asked for by ${who}, was stopped after ${done.toLocaleString('en')} mails`,
      },
    },
    preview: {
      of: (subject: string) => `Preview: ${subject}`,
      body: (subject: string) => `Text of the mail: ${subject}`,
      empty: 'This mail has no text.',
      from: 'From',
      to: 'To',
      cc: 'Cc',
      date: 'Date',
      messageId: 'Message-ID',
      attachments: 'Attachments',
      nameless: 'without a name',
      remoteBlocked: (count: number) =>
        count === 1
          ? 'One picture from elsewhere was not loaded: it would tell its sender that the mail was read.'
          : `${count} pictures from elsewhere were not loaded: they would tell their sender that the mail was read.`,
      remoteLoaded: (count: number) =>
        count === 1
          ? 'One picture is loaded from elsewhere.'
          : `${count} pictures are loaded from elsewhere.`,
      loadRemote: 'Load them',
      defects: 'Could not be read',
    },
  },

  tokens: {
    title: 'Tokens',
    one: 'Token',
    lead: 'What each connected mailbox holds. Access tokens renew themselves ahead of time.',
    noneTitle: 'No mailbox is connected yet',
    noneLead: 'Connecting a mailbox gives Mailroom a token that lets it in without a password.',
    filters: {
      search: 'Search',
      searchHint: 'Mailbox or client',
      state: 'State',
      anyState: 'Any state',
      states: {
        reconnect: 'Reconnect needed',
        suspected: 'Being checked again',
        failing: 'Last request failed',
        expired: 'Token expired',
        live: 'Live',
      },
      use: 'Use',
      anyUse: 'Used or not',
      uses: { used: 'Used', unused: 'Not used' },
      validity: 'Client is',
      anyValidity: 'Any validity',
      sort: 'Order',
      urgency: 'Most urgent first',
      sorts: { mailbox: 'Mailbox', client: 'Client', expiry: 'Next to end' },
      allClients: 'Show the tokens of all clients',
    },
    all: (count: number) => `All ${count.toLocaleString('en')} tokens`,
    actionsOf: (mailbox: string) => `Actions for ${mailbox}`,
    requestNew: 'Request new token',
    lastRefresh: 'Renewed',
    lastRefreshed: 'Last refresh',
    usedBy: (name: string) => `used by ${name}`,
    status: {
      valid: 'Token valid',
      expired: 'Token expired',
      suspected: 'Being checked again',
      reconnect: 'Reconnect needed',
      accessUntil: 'Token is valid until {at}.',
      accessExpired: 'Token has expired on {at}.',
      missing: 'No token was requested yet.',
      requestFailed: 'Last token request failed.',
      refreshFailed: 'Last (refresh) token request failed.',
      refreshNotConfigured: 'Refresh token request is not configured. The client asks again by itself.',
      disconnected: 'Disconnected',
      refreshMissing: 'No refresh token was requested yet.',
      refreshSuspected:
        'The provider refused the refresh token once. Mailroom asks again ({at|soon}) before it calls it expired.',
      refreshDead: 'Refresh token has expired.',
      refreshExpired: 'Refresh token has expired on {at}.',
      refreshUntil: 'Refresh token is valid until {at}.',
      refreshWithoutDate: 'Refresh token is valid (without expiration date).',
    },
    accessToken: 'Access token',
    ends: { past: 'Access token expired', future: 'Access token expires' },
    refreshToken: 'Refresh token',
    nextRefresh: 'Next refresh',
    noNextRefresh: 'none',
    client: 'Client',
    connected: 'Connected',
    by: (name: string) => `by ${name}`,
    subject: 'Identity',
    scope: 'Scope',
    uses: 'Used by',
    unused: 'Nothing uses this token.',
    setUp: 'Set up the mailbox',
    useKinds: named({
      account: 'Mail account',
      server: 'Outgoing server',
      invoker: 'Web service invoker',
    }),
    useCount: (count: number) =>
      count === 0 ? 'not used' : count === 1 ? 'used once' : `used ${count} times`,
    failedAt: 'Failed',
    code: 'code',
    refreshNow: 'Refresh now',
    ownersOnly: (owner: string) => `Only ${owner} can connect it again, under “My mailbox”.`,
    refreshed: 'The token is valid: the provider renewed it.',
    notRefreshed: 'The provider did not renew the token.',
    reconnect: 'Reconnect',
    reconnectOf: (mailbox: string) => `Reconnect ${mailbox}`,
    connectedAgain: (mailbox: string) => `Token valid: ${mailbox} is connected.`,
    disconnect: 'Disconnect',
    disconnectTitle: (mailbox: string) => `Disconnect ${mailbox}?`,
    disconnectConsequence:
      'The access ends here and, where it can be told, at the provider. Accounts and servers keep this token and wait until it is reconnected.',
    disconnected: {
      done: 'Disconnected: the provider knows.',
      failed: 'Disconnected here, but the provider could not be told. End the access there as well.',
      unsupported: 'Disconnected here. This provider cannot be told: end the access there as well.',
    },
    delete: 'Delete token',
    deleteTitle: (mailbox: string) => `Delete the token of ${mailbox}?`,
    deleteConsequence:
      'The mailbox has to be connected again to be used. Not possible while an account, server or invoker uses the token.',
    deleted: (mailbox: string) => `The token of ${mailbox} is deleted.`,
  },

  choice: {
    noAccount: 'No account is called that.',
    noServer: 'No server is called that.',
    nobody: 'Nobody with a server of their own is called that.',
  },

  servers: {
    searchHint: 'Name, host, sender or owner',
    orders: { usual: 'As they are asked', name: 'By name', host: 'By host' },
    whose: 'Whose',
    anybodys: 'All servers',
    filterOwners: { shared: 'Everybody’s', personal: 'Personal' },
    filterStates: {
      failing: 'Failing',
      live: 'Live',
      paused: 'Paused',
      draft: 'Draft',
      archived: 'Archived',
    },
    title: 'Outgoing servers',
    one: 'Outgoing server',
    lead: 'Where mail leaves. The first server whose filter fits the sender sends.',
    noneTitle: 'No server sends yet',
    noneLead: 'Connecting a mailbox sets up its outgoing server too. Other servers are added by hand.',
    add: 'Add a server',
    addLead: 'For mailboxes, “Connect a mailbox” fills this in by itself.',
    addAndUse: 'Add and use it',
    added: (name: string) => `${name} is added.`,
    status: {
      draft: 'Draft',
      paused: 'Paused',
      archived: 'Archived',
      ok: 'Sending',
      failing: 'Failing',
      never: 'Ready',
    },
    nowIn: {
      draft: 'It is a draft.',
      live: 'It is live.',
      paused: 'It is paused. Its mail waits.',
      archived: 'It is archived.',
    },
    toggle: { draft: 'Start using it', live: 'Pause', paused: 'Resume', archived: 'Take out of the archive' },
    archive: 'Archive server',
    archiveTitle: (name: string) => `Archive ${name}?`,
    archiveConsequence: 'Nothing is sent through it any more. Its history stays, and it can be taken back.',
    lastSuccess: 'Last mail sent',
    notYet: 'not yet',
    priorityOf: (priority: number) => `priority ${priority}`,
    anySender: 'Sends for anybody',
    sendsFor: (filter: string) => `Sends for ${filter}`,
    traffic: (queued: number, failed: number) =>
      [
        queued === 0 ? 'nothing waiting' : `${queued.toLocaleString('en')} waiting`,
        failed > 0 && `${failed.toLocaleString('en')} failed`,
      ]
        .filter(Boolean)
        .join(', '),
    fallback: 'Fallback',
    name: 'Name',
    routing: 'Who it sends for',
    fromFilter: 'Sender filter',
    fromFilterHint:
      'Addresses, domains and patterns (support-*@example.com, *.example.com), separated by commas. Empty: any sender.',
    purpose: 'What it is for',
    purposeHint:
      'Bulk mail never holds up answers, and answers never leave through a bulk server unless they name it.',
    purposes: { transactional: 'The mail of the helpdesk', bulk: 'Bulk mail: newsletters and the like' },
    bulk: 'Bulk mail',
    owner: 'Belongs to',
    ownerHint:
      'The id of a person, as the helpdesk knows it. Nobody else sends through it. Empty: everybody.',
    ownerName: 'Their name',
    ownerNameHint: 'Only to be read here.',
    ownerOf: (name: string) => `of ${name}`,
    moveUp: (name: string) => `Move ${name} up`,
    moveDown: (name: string) => `Move ${name} down`,
    limits: 'Limits',
    rates: {
      ratePerMinute: 'Mails a minute',
      ratePerHour: 'Mails an hour',
      ratePerDay: 'Mails a day',
      recipientsPerDay: 'Recipients a day',
    },
    personalRates: {
      ratePerMinute: 'Recipients a minute',
      ratePerHour: 'Recipients an hour',
      ratePerDay: 'Recipients a day, at most',
    },
    limitsLead:
      'What is too much waits for its turn. A mail to twenty people is one mail and twenty recipients: Microsoft counts recipients by the day, Gmail counts both.',
    personalLimitsLead:
      'What is too much waits for its turn. At somebody’s own server each recipient counts: a mail to twenty people is twenty.',
    connections: 'Connections at a time',
    sizeLimit: 'Largest mail',
    saveToSent: 'Save a copy to Sent',
    missingCopies: (copies: number, mailbox: string) =>
      `${copies === 1 ? 'A copy is' : `${copies.toLocaleString('en')} copies are`} missing in Sent of ${mailbox}`,
    missingCopiesLead: 'The mails themselves were sent. Mend what is in the way, then have the copies made.',
    copiesAgain: 'Make the copies',
    copiesAsked: 'The copies wait to be made again.',
    copiesForget: 'Do without them',
    copiesForgetTitle: 'Do without these copies?',
    copiesForgetConsequence:
      'They are not made any more. The mails were sent, and stay in the outbox until it is tidied.',
    saveToSentHint:
      'Into the mailbox it sends for, where a live IMAP account fetches it. Microsoft and Gmail do that by themselves.',
    noLimit: 'no limit',
    providerAllows: (limit: number) => `usual: ${limit.toLocaleString('en')}`,
    checkFailed: 'What has a cross does not work yet.',
    cautions: {
      'not-encrypted': 'Mail, and the password, go to this server readable for everybody on the way.',
      'certificate-not-verified':
        'Anybody on the way could pose as this server and read its mail. Believe one certificate, or an authority of your own, instead.',
    },
    testMail: 'Send a test mail',
    testMailLead:
      'A real mail, to see it arrive. To one of your own accounts, Mailroom watches for it to come in.',
    testMailTo: 'Send it to',
    testMailOther: 'another address',
    testMailAddress: 'Address',
    testMailSend: 'Send it',
    testMailTicket: 'It comes in like any other mail: close the ticket it becomes.',
    testMailSlow:
      'It has not come in within three minutes. Look at the account: is it live, and does it fetch the folder that this mail went to? Spam filters take test mail too.',
    tripSteps: {
      enqueued: 'In the outbox',
      sent: 'Taken by the server',
      arrived: 'Fetched from the account',
    },
    tripCancel: 'Cancel the mail',
    tripUnwatch: 'Stop watching',
    tripStates: { done: 'done', 'under-way': 'under way', failed: 'failed', ahead: 'not yet' },
    showInOutbox: 'Show it in the outbox',
    priority: 'Priority',
    priorityHint: 'Lower goes first among servers that fit.',
    isFallback: 'Fallback',
    isFallbackHint: 'Sends what fits no other server. At most one server is.',
    delete: 'Delete server',
    deleteTitle: (name: string) => `Delete ${name}?`,
    deleteConsequence: 'Servers that have sent mail are kept for its history: archive those instead.',
    deleted: (name: string) => `${name} is deleted.`,
  },

  invokers: {
    searchHint: 'Name or address',
    orders: { usual: 'By name', address: 'By address', changed: 'Newest change first' },
    filterStates: { live: 'Live', paused: 'Paused' },
    title: 'Web services',
    one: 'Invoker',
    lead: 'Remote endpoints that the helpdesk calls by name, with a token where they want one.',
    noneTitle: 'No web service is called yet',
    noneLead:
      'An invoker is a remote endpoint under a name: where it is, what is sent, and whose token goes along. The helpdesk then calls it by that name, for example to write a note into a CRM when a ticket closes.',
    add: 'Add an invoker',
    addLead: 'Say what the request looks like. You can test it right afterwards.',
    addAndTest: 'Add and go to the test',
    added: (name: string) => `${name} is added.`,
    states: { live: 'Live', paused: 'Paused' },
    toggle: { live: 'Pause', paused: 'Resume' },
    nowIn: { live: 'It is live.', paused: 'It is paused. Calls are refused.' },
    needs: (names: readonly string[]) => `Needs ${names.join(', ')}`,
    needsNothing: 'Needs no values',
    name: 'Name',
    nameHint: 'What the helpdesk calls it by. Renaming it means changing the caller.',
    request: 'Request',
    method: 'Method',
    baseUrl: 'Base URL',
    path: 'Path',
    pathHint:
      'What follows the base URL, query included. {name} is filled from the payload, {customer.id} from inside it.',
    accessToken: 'Access token',
    authentication: 'How the access token is sent',
    authentications: {
      bearer: 'As a bearer token',
      headers: 'In headers of my own',
      none: 'No token',
    },
    authenticationHints: {
      bearer: 'Authorization: Bearer … – what nearly every service expects.',
      headers: 'You write the headers; {accessToken} stands for it.',
      none: 'For services that want none, or a key in a secret header.',
    },
    tokenHint: 'Renewed by itself. Its client has to ask for the scope of this service.',
    noTokens: 'There is no token yet.',
    headers: 'Headers',
    headersHint:
      'Values may hold placeholders. A secret value is stored encrypted, never shown, and sent as it is.',
    headersWithToken:
      'Write {accessToken} where the token goes, for example “Bearer {accessToken}”. A secret value is stored encrypted, never shown, and sent as it is.',
    headerNumber: (number: number) => `Header ${number}`,
    headerName: 'Name',
    headerValue: 'Value',
    headerSecret: 'Secret',
    secretStored: 'stored',
    addHeader: 'Add a header',
    removeHeader: (name: string) => `Remove ${name}`,
    body: 'Body',
    bodyHint:
      'JSON with placeholders in quotes; "{name}" alone becomes the value itself, be it a number or a list. Empty: POST, PUT and PATCH send the payload as it is.',
    limits: 'Limits and certificates',
    timeout: 'Time limit',
    timeoutHint: 'Of one request; at most 30,000 ms.',
    maxSize: 'Largest answer',
    maxSizeHint: 'Reading stops there; at most 16,384 KiB.',
    caCertificate: 'Own certificate authority',
    caCertificateHint:
      'PEM. For servers whose certificate no public authority signed. Only certificates of this authority are accepted then.',
    preview: 'What would be sent',
    previewHint: 'Marked parts come from the payload of each call; ••• stands for what is secret.',
    payloadItself: 'the payload as JSON',
    test: 'Test',
    payload: 'Payload',
    payloadBroken: 'This is not a JSON object.',
    sendTest: 'Send test request',
    testHint: 'It really calls the remote, with the settings as saved.',
    testing: 'Waiting for the remote…',
    testResult: 'Steps',
    testPassed: 'The request went out and was answered.',
    left: 'What was sent',
    wouldLeave: 'What would have been sent',
    cameBack: 'What came back',
    status: (status: number) => `Status ${status}`,
    statusHelp: named({
      401: 'The remote does not accept the token, though the provider does. It may belong to another service: look at the scope of its client.',
      403: 'The remote knows who calls and does not allow this. Look at the permissions there, and at the scope of the client.',
      404: 'Nothing is at this address. Look at base URL and path.',
    }),
    truncated: 'The answer is longer; this is its beginning.',
    settingsTab: 'Test and settings',
    calls: 'Calls',
    callsLead:
      'By the helpdesk and as tests: when, for what or by whom, and how it went. What was sent and answered is not kept.',
    callsNone: 'It has not been called yet. The first call of the helpdesk, or a test, stands here.',
    callsSearchHint: 'Caller, status or code',
    callKinds: { call: 'Calls of the helpdesk', test: 'Tests' },
    callKindLabel: 'Made as',
    callKindAny: 'Calls and tests',
    callOutcomes: { taken: 'Taken', refused: 'Refused', unanswered: 'Not answered' },
    callOutcomeLabel: 'How it went',
    callOutcomeAny: 'However it went',
    callOrders: { newest: 'Newest first', oldest: 'Oldest first', slowest: 'Slowest first' },
    calledAs: { call: 'The helpdesk', test: 'Test' },
    calledBy: (who: string) => `for ${who}`,
    testedBy: (who: string) => `by ${who}`,
    delete: 'Delete invoker',
    deleteTitle: (name: string) => `Delete ${name}?`,
    deleteConsequence: 'Calls by this name fail from then on. Its token stays.',
    deleted: (name: string) => `${name} is deleted.`,
  },

  webhooks: {
    searchHint: 'Description or address',
    orders: {
      usual: 'By description',
      address: 'By address',
      waiting: 'Most waiting first',
      changed: 'Newest change first',
    },
    filterStates: { active: 'Active', paused: 'Paused', failing: 'Failing' },
    title: 'Webhooks',
    one: 'Webhook',
    lead: 'Other systems that are told what happens here: to tokens, accounts, mail that comes and mail that leaves.',
    noneTitle: 'Nobody is told yet',
    noneLead:
      'A webhook is an address that Mailroom calls, signed, whenever something happens that the other system wants to hear of, for example when an account stands still.',
    add: 'Add a webhook',
    addLead: 'Say who is told, and of what. The secret that signs the calls is shown next, once.',
    description: 'Description',
    descriptionHint: 'Who is told, in words for the other admins.',
    url: 'Address',
    urlHint: 'https; http on this machine only. Redirects are not followed.',
    events: 'Events',
    eventGroups: {
      token: 'Tokens',
      account: 'Mail accounts',
      delivery: 'Mail that comes',
      outbox: 'Mail that leaves',
    },
    eventWords: named({
      'token.connected': 'Connected',
      'token.expiring': 'Expiring soon',
      'token.expired': 'Expired',
      'token.reconnect-needed': 'Has to be connected again',
      'token.disconnected': 'Disconnected or removed',
      'account.live': 'Live',
      'account.paused': 'Paused',
      'account.failing': 'Failing',
      'account.recovered': 'Recovered',
      'account.silent': 'Silent',
      'delivery.committed': 'Stored by the helpdesk',
      'delivery.quarantined': 'Quarantined',
      'delivery.ignored': 'Ignored',
      'outbox.sent': 'Sent',
      'outbox.failed': 'Failed',
      'outbox.bounced': 'Bounced',
      'webhook.test': 'Test',
    }),
    eventsMissing: 'Choose at least one event.',
    descriptionMissing: 'Say who is told.',
    urlMissing: 'This is no https address.',
    more: 'Certificates',
    caCertificate: 'Own certificate authority',
    caCertificateHint:
      'PEM. For receivers whose certificate no public authority signed. Only certificates of this authority are accepted then.',
    added: 'The webhook is added.',
    secretTitle: 'The secret',
    secretLead:
      'Give it to the receiver: with it calls are verified (Standard Webhooks). It is shown this once and cannot be read again.',
    secret: 'Signing secret',
    secretSeen: 'I have it',
    states: {
      active: 'Active',
      paused: 'Paused',
      failing: 'Failing',
      gone: 'Paused: gone',
      givenUp: 'Paused: failing',
    },
    toggle: { active: 'Pause', paused: 'Resume' },
    nowIn: {
      active: 'It is active.',
      paused: 'It is paused. What happens meanwhile is not told afterwards.',
    },
    hears: (count: number) => `${count} ${count === 1 ? 'kind' : 'kinds'} of events`,
    waiting: (count: number) => `${count.toLocaleString('en')} waiting`,
    lastSuccess: 'Last taken',
    never: 'Never yet',
    pausedBecause: {
      failing: 'Mailroom paused it: the receiver failed for two days without one success.',
      gone: 'Mailroom paused it: the receiver says that it is gone.',
    },
    failing: 'The last call failed',
    renew: 'New secret',
    renewTitle: 'Make another secret?',
    renewConsequence:
      'The secret until now stays valid for 24 hours: calls are signed with both, so that the receiver can be changed meanwhile.',
    renewed: 'There is another secret.',
    formerUntil: 'The former secret is valid until',
    test: 'Send a test event',
    testTaken: 'The receiver took the test event.',
    log: 'Log',
    logLead: 'At least once, in no particular order; what failed is tried again for a day.',
    logEmpty: 'Nothing was told yet. Send a test event.',
    logSearchHint: 'Event, webhook-id, content or status',
    event: 'Event',
    anyEvent: 'Any event',
    messageStates: { due: 'Waiting', told: 'Taken', 'given-up': 'Given up' },
    resend: 'Send again',
    resent: 'It is sent again, in a moment.',
    resentLater: 'It is sent again as soon as the webhook is active.',
    calls: (count: number) => `${count} ${count === 1 ? 'call' : 'calls'}`,
    call: (status: number | null, durationMs: number) =>
      `${status === null ? 'No answer' : `Status ${status}`} after ${durationMs.toLocaleString('en')} ms`,
    nextTry: 'Next try',
    showCalls: 'Calls and content',
    delete: 'Delete webhook',
    deleteTitle: (description: string) => `Delete ${description}?`,
    deleteConsequence: 'Nothing more is told, also not what waits, and its log is gone.',
    deleted: 'The webhook is deleted.',
  },

  whoSends: {
    title: 'Who would send this?',
    from: 'Mail from',
    ask: 'Ask',
    nobody: 'Nobody would send this',
    headerFrom: 'From',
    envelopeFrom: 'Envelope from',
    replyTo: 'Reply-To',
    server: 'The mail asks for',
    noServer: 'no server in particular',
    author: 'Written by',
    noAuthor: 'nobody with a server of their own',
    bulk: 'Bulk mail',
    others: 'The other servers',
    reasons: {
      named: 'The mail asks for this server.',
      'bulk-server': 'The sender policy names it for bulk mail.',
      'authors-own':
        'It is the author’s own, and the sender policy lets authors write under their own address.',
      address: 'Its filter lists this address.',
      pattern: 'Its filter has a pattern for this address.',
      domain: 'Its filter lists this domain.',
      'notification-address': 'No filter fits the sender; this server’s filter lists the default sender.',
      'notification-domain':
        'No filter fits the sender; this server’s filter lists the domain of the default sender.',
      'any-sender': 'It sends for anybody.',
      fallback: 'Nothing fits, so the fallback sends. The server may refuse this sender.',
      'first-server':
        'Nothing fits and no server is the fallback, so the first one sends, as the sender policy has it. It may refuse this sender.',
      'no-server':
        'No filter fits and no server is the fallback. Add the address to a filter, or make a server the fallback.',
      'named-server-unavailable': 'The server the mail asks for is not live.',
      'named-server-personal': 'The server the mail asks for belongs to somebody else.',
      'bulk-server-unavailable':
        'The server that the sender policy names for bulk mail is not live. The mail waits for it.',
    },
    standIns: {
      notification: 'The default sender stands in: the name stays, and replies go to the author.',
      'authors-own': 'The author’s own address stands in, and replies go where the mail was from.',
      forced: 'The sender policy forces this address: the name stays, and replies go to the author.',
    },
    standings: {
      chosen: 'sends',
      'not-live': 'is not live',
      personal: 'belongs to somebody else',
      bulk: 'sends bulk mail only',
      'not-asked': 'was not asked for',
      'does-not-fit': 'has no filter for this sender',
      'comes-later': 'would send too, but comes later',
    },
  },

  myMailbox: {
    title: 'My mailbox',
    lead: 'Connect your own mailbox, and the helpdesk can send from it what you write. It sends for nobody else, and fetches nothing.',
    back: 'Back to the helpdesk',
    none: 'No mailbox is connected',
    noneLead: 'You sign in at your provider; your password stays there.',
    connectWith: (provider: string) => `Connect with ${provider}`,
    noProvider: 'Nothing is open for this yet. Ask an admin of the helpdesk.',
    full: 'No further mailbox can be connected.',
    states: {
      draft: 'Not tried yet',
      live: 'Ready',
      paused: 'Paused by an admin',
      archived: 'Closed by an admin',
    },
    troubles: {
      reconnect: {
        badge: 'Signed out',
        says: 'Your sign-in at the provider has ended. What you write waits until you connect the mailbox again.',
      },
      'ask-admin': {
        badge: 'Does not send',
        says: 'The mailbox does not send, and you cannot put that right yourself. Ask an admin of the helpdesk.',
      },
      passing: {
        badge: 'Waits',
        says: 'The mail server is not to be reached just now. It is tried again by itself.',
      },
    },
    waiting: (count: number) => (count === 1 ? 'One mail waits.' : `${count} mails wait.`),
    rate: (people: number) => `At most ${people} recipients a minute; more wait for their turn.`,
    lastSent: 'Last seen to work',
    reconnect: 'Connect again',
    check: 'Try it',
    checking: 'Trying the mailbox…',
    passed: 'It works.',
    failed: 'It does not work yet.',
    testMail: 'Send me a test mail',
    testMailSent: (address: string) => `A test mail is on its way to ${address}.`,
    disconnect: 'Disconnect',
    disconnectTitle: (address: string) => `Disconnect ${address}?`,
    disconnectConsequence:
      'The helpdesk forgets your sign-in and tells the provider. What you write leaves from the helpdesk’s own address again. You can connect it again at any time.',
    disconnected: 'The mailbox is disconnected.',
    notConnected: 'The mailbox was not connected',
  },

  outbox: {
    title: 'Outbox',
    lead: 'Mail on its way out, and what became of it.',
    show: 'Show',
    all: 'All mail',
    noneTitle: 'Nothing has been sent yet',
    noneLead: 'Answer a ticket and the reply appears here.',
    addServer: 'Add a server for it',
    searchHint: 'Recipient, sender, subject or Message-ID',
    statuses: {
      queued: 'Queued',
      sending: 'Sending',
      delayed: 'Delayed',
      failed: 'Failed',
      sent: 'Sent',
      bounced: 'Bounced',
      cancelled: 'Cancelled',
    },
    fromTo: (from: string, to: readonly string[]) =>
      `${from} → ${to.slice(0, 3).join(', ')}${to.length > 3 ? ` and ${to.length - 3} more` : ''}`,
    noServerYet: 'no server yet',
    attempts: (count: number) => `${count} tries`,
    created: 'Written',
    sent: 'Sent',
    nextTry: 'Next try',
    details: (count: number) =>
      count === 1 ? 'What became of it' : `What became of its ${count} recipients`,
    recipientStates: {
      waiting: 'waits',
      deferred: 'put off',
      accepted: 'taken',
      refused: 'refused',
      cancelled: 'cancelled',
      bounce: 'bounced',
      delay: 'not yet there',
      delivered: 'delivered',
      complaint: 'called it spam',
      disposition: 'opened or deleted',
    },
    maybeTwice: (count: number) =>
      `Sending was cut off ${count === 1 ? 'once' : `${count} times`} at a moment when it may have left already: it may arrive twice.`,
    messageId: 'Message-ID',
    raw: 'Download the mail as it leaves',
    showRaw: 'Show its source',
    source: 'Source of the mail',
    sentCopy: {
      title: 'Copy in Sent',
      states: { due: 'on its way', made: 'saved', failed: 'given up' },
      retry: 'Make the copy again',
      retried: 'The copy waits to be made again.',
    },
    retry: 'Try again',
    retryOf: (subject: string) => `Try again: ${subject}`,
    retried: 'The mail waits to leave again, and is tried for its full time.',
    cancel: 'Cancel',
    cancelOf: (subject: string) => `Cancel: ${subject}`,
    cancelled: 'The mail is cancelled.',
    many: {
      title: 'Many mails at once',
      server: 'Outgoing server',
      everyServer: 'Every server',
      choose: (subject: string) => `Choose: ${subject}`,
      chosen: (count: number) => `${count.toLocaleString('en')} chosen`,
      chooseAll: 'Choose all shown',
      chooseNone: 'Choose none',
      all: {
        retry: (count: number) => `Try all ${count.toLocaleString('en')} again`,
        cancel: (count: number) => `Cancel all ${count.toLocaleString('en')}`,
      },
      chosenOnes: { retry: 'Try the chosen again', cancel: 'Cancel the chosen' },
      question: {
        retry: (count: number) =>
          count === 1 ? 'Try this mail again?' : `Try ${count.toLocaleString('en')} mails again?`,
        cancel: (count: number) =>
          count === 1 ? 'Cancel this mail?' : `Cancel ${count.toLocaleString('en')} mails?`,
      },
      consequence: {
        retry: (servers: readonly string[]) =>
          servers.length === 0
            ? 'Each waits to leave again at once and is tried for its full time. What has been sent or is being sent is left alone.'
            : `Each waits to leave again at once and is tried for its full time. What has been sent or is being sent is left alone. Servers: ${servers.join(', ')}.`,
        cancel: (servers: readonly string[]) =>
          servers.length === 0
            ? 'Nobody gets these mails unless somebody takes them up again. What has been sent or is being sent is left alone.'
            : `Nobody gets these mails unless somebody takes them up again. What has been sent or is being sent is left alone. Servers: ${servers.join(', ')}.`,
      },
      told: (
        act: 'retry' | 'cancel',
        done: number,
        skipped: Record<'sent' | 'leaving' | 'unfit' | 'gone', number>,
      ) =>
        `${act === 'retry' ? 'Taken up again' : 'Cancelled'}: ${done.toLocaleString('en')}. Already sent: ${skipped.sent.toLocaleString('en')}. Being sent just now: ${skipped.leaving.toLocaleString('en')}. Settled otherwise or gone: ${(skipped.unfit + skipped.gone).toLocaleString('en')}.`,
      runs: {
        title: { retry: 'Taking mails up again', cancel: 'Cancelling mails' },
        going: (act: 'retry' | 'cancel', done: number, total: number) =>
          `${act === 'retry' ? 'Taken up again' : 'Cancelled'}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
        stop: 'Stop',
        over: {
          done: (
            act: 'retry' | 'cancel',
            total: number,
            done: number,
            skipped: Record<'sent' | 'leaving' | 'unfit' | 'gone', number>,
            who: string,
          ) =>
            `${who} had ${done.toLocaleString('en')} of ${total.toLocaleString('en')} mails ${act === 'retry' ? 'taken up again' : 'cancelled'}; already sent: ${skipped.sent.toLocaleString('en')}, being sent at that moment: ${skipped.leaving.toLocaleString('en')}, settled otherwise or gone: ${(skipped.unfit + skipped.gone).toLocaleString('en')}. Done`,
          stopped: (
            act: 'retry' | 'cancel',
            total: number,
            done: number,
            _skipped: Record<'sent' | 'leaving' | 'unfit' | 'gone', number>,
            who: string,
          ) =>
            `${act === 'retry' ? 'Taking up again' : 'Cancelling'}, asked for by ${who}, was stopped after ${done.toLocaleString('en')} of ${total.toLocaleString('en')} mails`,
        },
      },
    },
  },

  senderPolicy: {
    title: 'Sender policy',
    lead: 'Who mail comes from when no server may send for its author, and where bounces go.',
    fields: {
      defaultFrom: 'Default sender',
      catchallDomain: 'Catch-all domain',
      bounceFrom: 'Bounce address',
      defaultFromFilter: 'What servers without a filter may send as',
      forceFrom: 'Forced sender',
      dynamicFrom: 'Forced sender for strangers',
    },
    hints: {
      defaultFrom: 'Stands in for authors that no server sends for; their name stays and replies go to them.',
      catchallDomain:
        'Completes addresses of this page that are written without a domain, and says who is no stranger.',
      bounceFrom: 'Envelope sender of all mail, where the server may send as it.',
      defaultFromFilter:
        'Addresses, domains and patterns. Authors whom it lists keep their address there; for all others the default sender stands in. Empty: it stands in for everybody.',
      forceFrom:
        'Stands in for every author, whatever the filters say. Older systems had nothing else (mail.force.smtp.from); a default sender and filters do better.',
      dynamicFrom:
        'Stands in for authors outside of the catch-all domain (mail.dynamic.smtp.from), where no sender is forced for all.',
    },
    examples: {
      defaultFrom: 'notifications@example.com',
      catchallDomain: 'example.com',
      bounceFrom: 'bounces@example.com',
      defaultFromFilter: 'example.com',
      forceFrom: 'helpdesk@example.com',
      dynamicFrom: 'relay@example.com',
    },
    authorsOwnAddress: 'Authors write under their own address',
    authorsOwnAddressHint:
      'Whoever has a live server of their own leaves under its address; replies still come to the address that the helpdesk writes from.',
    firstServerStandsIn: 'What fits no server leaves through the first one',
    firstServerStandsInHint:
      'Where no server is the fallback, as Odoo does it. The server may refuse such mail for good. Off: it waits, and a banner asks you.',
    rare: 'Rarely needed',
    bulkServer: 'Bulk mail leaves through',
    bulkServerHint: 'Newsletters and the like that name no server. While it rests, they wait for it.',
    noBulkServer: 'bulk servers first, else any that fits',
    setUps: {
      title: 'Usual set-ups',
      kinds: { oneMailbox: 'One mailbox for everyone', serverPerUser: 'A server for each user' },
      leads: {
        oneMailbox:
          'Everything leaves from one address. Recipients see who wrote, and their answers reach the author.',
        serverPerUser:
          'Everybody sends from a mailbox of their own; notifications, and what fits nobody, leave from one of theirs. Staff connect their mailboxes themselves where an OAuth2 client is open for it.',
      },
      needs: 'What it needs',
      met: 'There:',
      missing: 'Missing:',
      optional: 'Can stay open:',
      needWords: {
        'live-server': 'A live server that belongs to nobody',
        'default-sender': 'A default sender',
        'catchall-domain': 'The domain of the default sender as catch-all domain',
        'server-lists-default-sender': 'A live server whose filter lists the default sender',
        'default-sender-alone': 'No other live server that would take mail away from it',
        'notification-is-fallback': 'That server as the fallback',
        'users-have-servers': 'Servers of users beside it',
        'users-list-themselves': 'In each filter of theirs, the mailbox itself',
        'authors-own-address': 'Mail of theirs under their own address (below)',
        'bulk-server': 'A server for bulk mail, if any is sent',
      },
      choose: {
        oneMailbox: 'The mailbox that everything leaves from',
        serverPerUser: 'The mailbox that notifications leave from',
      },
      recipientsSee: {
        oneMailbox: 'What recipients see of mail that Jane writes',
        serverPerUser: 'What recipients see of mail by Jane, who has no server of her own',
      },
      headers: (address: string) => `From: Jane Doe <${address}>\nReply-To: Jane Doe <jane@…>`,
      consequence: {
        oneMailbox: (name: string, address: string) =>
          `${address} becomes the default sender, and ${name} sends for it alone.`,
        serverPerUser: (name: string, address: string) =>
          `${address} becomes the default sender; ${name} sends for it alone and is the fallback.`,
      },
      apply: 'Set it up so',
      done: 'It is set up.',
      noServer: 'Connect the mailbox first; its outgoing server then appears here.',
    },
  },

  installation: {
    title: 'Settings',
    lead: 'What holds for this whole installation.',
    groups: {
      house: 'Helpdesk and admins',
      mailIn: 'Incoming mail',
      mailOut: 'Outgoing mail',
      retention: 'Retention',
      secrets: 'Secrets',
    },
    sources: {
      option: 'Set in the code of the helpdesk',
      stored: 'Set here',
      default: 'Default',
    },
    pending: 'From the next start on',
    sweeps: {
      never: 'Not cleared yet: the first run is due within the hour.',
      last: (when: string, { removed, problem }: { removed: number; problem: string | null }) =>
        problem === null
          ? `Last cleared ${when}: ${removed.toLocaleString('en')} removed.`
          : `Last cleared ${when}: ${removed.toLocaleString('en')} removed, then it stopped (${problem}). It goes on within the hour.`,
    },
    settings: {
      'public-url': {
        title: 'Public URL',
        lead: 'Where browsers reach the helpdesk, path prefix included. Providers send people back there after a sign-in.',
        field: 'Public URL',
      },
      language: {
        title: 'Language',
        lead: 'What is read by whoever has chosen no language in these pages, and what warnings by e-mail and test mails are written in. Left to the browser, e-mails are in English.',
        field: 'Language',
        choices: { browser: 'As the browser', en: 'English', de: 'Deutsch' },
      },
      'audit-retention-days': {
        title: 'Audit log',
        lead: 'Older events are deleted, within an hour. Export first what you have to keep for longer.',
        field: 'Days to keep',
      },
      'run-retention-days': {
        title: 'Activity and calls',
        lead: 'Older lines of the activity of accounts, of the log of webhooks and of the calls of web services are deleted, within an hour. A thousand of each account are kept at most, 20,000 of each webhook and web service.',
        field: 'Days to keep',
      },
      'outbox-retention-days': {
        title: 'Sent mail',
        lead: 'Mail that has left or was cancelled is deleted from the outbox, with its attachments, once it is older. What waits or failed stays. 0: kept for ever.',
        field: 'Days to keep',
      },
      'raw-mail-retention-days': {
        title: 'Mail that nobody took',
        lead: 'The bytes of mail that the helpdesk ignored, and of duplicates, are deleted once they are older. Mail that the helpdesk stored, and mail in quarantine, is not touched. 0: kept for ever.',
        field: 'Days to keep',
      },
      'draft-after-failing-days': {
        title: 'Accounts that fail for days',
        lead: 'A mail account that has failed for so many days is made a draft, so that nobody signs in with a wrong password for ever. A banner says so. 0: never.',
        field: 'Days of failing',
      },
      'same-mail': {
        title: 'The same mail in several mailboxes',
        lead: 'A customer writes to support and sales at once. Copies are told by Message-ID, sender, date and subject.',
        field: 'What becomes of it',
        choices: {
          each: 'Every mailbox takes its copy',
          once: 'The first copy counts, the others are recorded as its duplicates',
        },
      },
      'connection-limits': {
        title: 'Connections to mail hosts',
        lead: 'How many connections all instances together keep open. The first rule whose host fits counts; mailboxes beyond the limit take turns, so their mail comes at the next poll.',
        field: 'Connections to mail hosts',
      },
      'sender-limit-mails': {
        title: 'Protection against loops',
        lead: 'Once a sender has sent so many mails to one account, automatic mail of theirs and mail with a subject they have just used waits in quarantine. Rules can free a sender from it. 0: no limit.',
        field: 'Mails of one sender',
      },
      'sender-limit-minutes': {
        title: 'How long mails of a sender count',
        lead: 'For the protection against loops.',
        field: 'Minutes',
      },
      'personal-servers-per-person': {
        title: 'Mailboxes of their own',
        lead: 'Staff who are no admins may send from so many mailboxes of their own, once a client is open for it. 0: nobody connects any.',
        field: 'Mailboxes for each person',
      },
      'control-header-prefixes': {
        title: 'Control headers',
        lead: 'A mail that is trusted may say where it goes, with headers such as X-Mailroom-Queue. From all other mail they are taken off.',
        field: 'Their names begin with, separated by commas',
      },
      'banner-recipients': {
        title: 'Warnings by e-mail',
        lead: 'Each new warning is told once, through an outgoing server that it is not about; the page Warnings says so where there is none. Nobody is told while this is empty.',
        field: 'Addresses, separated by commas',
      },
    },
    readOnly: (key: string) =>
      `The code of the helpdesk sets this, by the option ${key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}. Change it there; leave it out there, and it can be set here.`,
    nothing: 'Nothing',
    connectionLimits: {
      fixed: (limit: number, way: string) => `${limit} connections, ${way}`,
      count: (rules: number) => (rules === 1 ? 'One rule' : `${rules} rules`),
      add: 'Add a rule',
      rule: (number: number) => `Rule ${number}`,
      remove: (name: string) => `Remove ${name}`,
      host: 'Host',
      limit: 'Connections',
      per: 'Counted',
      ways: { host: 'For the whole host', login: 'For each login' },
      noHost: 'A host name, *.example.com for everything below it, or * for every host.',
    },
    needsHttps:
      'Providers and browsers want https here. Plain http works for http://localhost only, not for an IP address either.',
    redirectUriHint: 'Has to be registered at every provider, letter for letter.',
    moveTitle: 'Register the new redirect URI first',
    moveLead:
      'Until it is registered at every provider, nobody can connect or reconnect a mailbox. Mailboxes that are connected go on. The new address takes effect at the next start of the helpdesk; everything stays live, because it is this installation that moves.',
  },

  keys: {
    title: 'Encryption keys',
    lead: 'Secrets, tokens and passwords are sealed with the current key of the helpdesk. To replace a key, give the helpdesk a new one beside it, make that one current, and seal everything again.',
    done: (done: number, total: number, keyId: string) =>
      `${done.toLocaleString('en')} of ${total.toLocaleString('en')} secrets are sealed with the current key, ${keyId}.`,
    share: (done: number, total: number) =>
      `${done.toLocaleString('en')} of ${total.toLocaleString('en')} sealed with the current key`,
    current: 'Current',
    old: 'Still needed',
    missing: 'Not held',
    noEnvelope: 'No envelope',
    holds: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'secret' : 'secrets'}`,
    places: {
      'oauth_client_secret.sealed': 'client secrets',
      'oauth_client.sealed_private_key': 'private keys of clients',
      'oauth_token.sealed_access': 'access tokens',
      'oauth_token.sealed_refresh': 'refresh tokens',
      'oauth_authorization.sealed_verifier': 'sign-ins under way',
      'mail_account.sealed_password': 'passwords of accounts',
      'outgoing_server.sealed_password': 'passwords of servers',
      'web_service_invoker.sealed_headers': 'secret headers of invokers',
      'webhook.sealed_secret': 'secrets of webhooks',
      'webhook.sealed_former_secret': 'former secrets of webhooks',
    },
    nothingSealed: 'Nothing is sealed yet: every key but the current one may be taken out of the ring.',
    onlyCurrent: (keyId: string) =>
      `Only ${keyId} is in use: every other key may be taken out of the ring now.`,
    keep: (keyIds: readonly string[]) =>
      `Keep ${keyIds.join(', ')} in the ring until everything is sealed again. Other old keys may go.`,
    stuck: (keyIds: readonly string[]) =>
      `Everything that can be opened is sealed with the current key. What is left${
        keyIds.length > 0 ? ` with ${keyIds.join(', ')}` : ''
      } cannot be opened: enter it again, or give the helpdesk the key it was sealed with.`,
    unreadableTitle: (count: number) =>
      count === 1 ? 'One secret cannot be opened' : `${count} secrets cannot be opened`,
    unreadableLead: 'They were left as they are. Enter them again, or reconnect the mailbox.',
    ofKey: (keyId: string) => `key ${keyId}`,
    lastRun: {
      running: (who: string, count: number) =>
        `Running for ${who}, ${count.toLocaleString('en')} sealed again so far, begun`,
      ended: (who: string, count: number) =>
        `Last run for ${who}: ${count.toLocaleString('en')} sealed again, ended`,
      stopped: (who: string, count: number) =>
        `The last run for ${who} was interrupted after ${count.toLocaleString('en')}; run it again and it goes on. It began`,
    },
    rotate: 'Seal everything again',
    asked: 'Everything is being sealed with the current key.',
  },

  audit: {
    title: 'Audit log',
    lead: 'Who did what to credentials and settings, when, and from where.',
    kind: 'About',
    everyKind: 'Everything',
    kinds: {
      client: 'Clients',
      token: 'Tokens',
      account: 'Accounts',
      server: 'Servers',
      invoker: 'Invokers',
      webhook: 'Webhooks',
      'mail-rule': 'Rules for incoming mail',
      'recipient-route': 'Routes by recipient',
      settings: 'Settings',
      keys: 'Encryption keys',
      audit: 'This log',
      banner: 'Warnings',
    },
    action: 'What happened',
    everyAction: 'Anything',
    search: 'Search',
    searchHint: 'Name, person, address or detail',
    since: 'From day',
    until: 'To day',
    by: (name: string) => `Only what ${name} did`,
    onlySubject: 'Only one thing',
    showAll: 'Show all',
    itself: 'Mailroom itself',
    from: (place: string) => `from ${place}`,
    exportCsv: 'Export as CSV',
    exportJsonl: 'Export as JSON lines',
    noneTitle: 'Nothing has happened yet',
    noneLead: 'Register a client or set up an account, and the log begins.',
    details: {
      fields: 'Changed',
      former: 'Before',
      value: 'Now',
      from: 'Before',
      to: 'After',
      state: 'State',
      by: 'By',
      kind: 'About',
      outcome: 'Kind',
      code: 'Because',
      problem: 'Because',
      class: 'Class',
      because: 'Why',
      why: 'Why',
      reason: 'Reason',
      client: 'Client',
      flow: 'Flow',
      secretId: 'Secret',
      keyId: 'Key',
      key: 'Key',
      format: 'Format',
      secrets: 'Secrets',
      clients: 'Clients',
      tokens: 'Tokens',
      overwrite: 'Replacing those of the same name',
      added: 'Added',
      replaced: 'Replaced',
      skipped: 'Left as they were',
      here: 'Here already',
      nothing: 'No counterpart',
      refused: 'Refused',
      count: 'Mails',
      narrowed: 'Searched for words',
      deliveryId: 'Mail',
      destination: 'Goes to',
      days: 'Days',
      minutes: 'Minutes',
      until: 'Until',
      sender: 'From',
      recipient: 'To',
      copies: 'Copies',
      done: 'Sealed again',
      unreadable: 'Unreadable',
      left: 'Left for the next run',
      interrupted: 'Interrupted',
      home: 'Comes from',
      accounts: 'Accounts',
      servers: 'Servers',
      invokers: 'Invokers',
      webhooks: 'Webhooks',
      formerValidHours: 'Former secret valid for hours',
      subjectKind: 'Only about',
      subjectId: 'Only one thing',
      action: 'What happened',
      actor: 'Who',
      since: 'From',
      text: 'Search',
      defaultFrom: 'Default sender',
      catchallDomain: 'Catch-all domain',
      bounceFrom: 'Bounce address',
      forceFrom: 'Forced sender',
      dynamicFrom: 'Forced sender for strangers',
      defaultFromFilter: 'Filter of the default sender',
      bulkServerId: 'Server for bulk mail',
      authorsOwnAddress: 'Authors under their own address',
      firstServerStandsIn: 'The first server stands in',
    },
    /** Names of settings, as they stand behind “changed”. */
    fields: {
      name: 'Name',
      description: 'Description',
      comment: 'Comment',
      kind: 'Protocol',
      host: 'Host',
      port: 'Port',
      security: 'Encryption',
      tlsTrust: 'Certificates believed',
      caCertificate: 'Certificates of an authority',
      login: 'Sign-in name',
      address: 'Address',
      auth: 'Way to sign in',
      authentication: 'Way to sign in',
      tokenId: 'Token',
      password: 'Password',
      folders: 'Folders',
      disposition: 'What becomes of mail on the server',
      moveTo: 'Folder it is moved to',
      start: 'First fetch',
      quietImport: 'Quiet import of old mail',
      sizeLimitBytes: 'Size limit',
      batchMessages: 'Mails at once',
      batchBytes: 'Bytes at once',
      pollSeconds: 'Time between looks',
      push: 'Push',
      destination: 'Destination',
      silentAfterMinutes: 'Warning when nothing was fetched',
      quietAfterDays: 'Warning when no mail came',
      dispatching: 'Where its mail goes',
      trustHeaders: 'Control headers count',
      trustedHop: 'Own mail server',
      trustedDomains: 'Trusted domains',
      verifyMail: 'Check of senders',
      clientId: 'Client ID',
      secret: 'Client secret',
      secrets: 'Client secrets',
      privateKey: 'Private key',
      secretExpiresAt: 'End of the secret',
      secretWarningDays: 'Days of warning before it',
      serviceAccountKey: 'Key of the service account',
      template: 'Template',
      flow: 'Flow',
      tenant: 'Tenant',
      projectId: 'Project',
      authorizationEndpoint: 'Authorization endpoint',
      tokenEndpoint: 'Token endpoint',
      refreshEndpoint: 'Refresh endpoint',
      revocationEndpoint: 'Revocation endpoint',
      deviceEndpoint: 'Device endpoint',
      issuer: 'Issuer',
      clientAuthentication: 'How the client proves itself',
      identity: 'Whose mailbox it is',
      callbackAlias: 'Redirect URI at the provider',
      scope: 'Scope',
      extraParameters: 'Parameters of the sign-in page',
      tokenParameters: 'Parameters of token requests',
      refreshParameters: 'Parameters of refreshing',
      answerNames: 'Names in answers',
      mailHosts: 'Mail servers',
      personalServers: 'Open for personal mailboxes',
      submission: 'Where their mail leaves',
      validity: 'Validity',
      notifyOnExpiredToken: 'Warning about expired tokens',
      notifyOnExpiredRefreshToken: 'Warning about expired refresh tokens',
      state: 'State',
      enabled: 'Switched on',
      match: 'All or any condition',
      conditions: 'Conditions',
      actions: 'What is done',
      baseUrl: 'Address',
      url: 'Address',
      method: 'Method',
      path: 'Path',
      headers: 'Headers',
      body: 'Body',
      timeoutMs: 'Deadline',
      maxBytes: 'Most bytes of an answer',
      events: 'Events',
      fromFilter: 'Sender filter',
      priority: 'Priority',
      purpose: 'Purpose',
      owner: 'Owner',
      ownerId: 'Owner',
      isFallback: 'Fallback',
      ratePerMinute: 'Mails a minute',
      ratePerHour: 'Mails an hour',
      ratePerDay: 'Mails a day',
      recipientsPerDay: 'Recipients a day',
      connections: 'Connections at once',
      saveToSent: 'Copy in Sent',
    },
    /** What a detail may be, by what it is a detail of. */
    codes: {
      states: {
        draft: 'draft',
        live: 'live',
        paused: 'paused',
        archived: 'archived',
        suspected: 'looked at once more',
        reconnect: 'to be reconnected',
        verified: 'certificates of public authorities',
        ca: 'certificates of an own authority',
        fingerprint: 'one certificate only',
        any: 'any certificate',
      },
      classes: {
        'retry-later': 'passes by itself',
        reconnect: 'needs a reconnect',
        'ask-admin': 'needs the administrator at the provider',
        'fix-client': 'needs another setting of the client',
        'give-up': 'cannot be helped',
      },
      flows: {
        'authorization-code': 'people sign in and consent',
        'client-credentials': 'as itself',
        'jwt-bearer': 'as a service account',
      },
      bys: {
        import: 'an import',
      },
      secrets: {
        none: 'left out',
        sealed: 'sealed',
        clear: 'in clear',
      },
      whys: {
        'reauthentication-required': 'the password was not given again',
        'reauthentication-unavailable': 'the helpdesk cannot ask for the password',
      },
      outcomes: {
        quarantined: 'could not be taken',
        refused: 'refused by the helpdesk',
      },
      reasons: {
        failing: 'failed for too long',
        gone: 'the receiver is gone',
      },
      formats: {
        mailroom: 'of Mailroom',
        znuny: 'of Znuny',
        csv: 'a CSV table',
        jsonl: 'JSON lines',
      },
    },
    /** What there is only once, by the name that the log has for it. */
    subjects: {
      Mailroom: 'This installation',
      'Moving in': 'Moving in',
      'Sender policy': 'Sender policy',
      'Outgoing servers': 'Outgoing servers',
      'Audit log': 'Audit log',
      'All mail accounts': 'All mail accounts',
    },
  },

  setUp: {
    title: 'Guided set-up',
    lead: 'From nothing to mail flowing. You can stop at any time: the address of this page keeps where you are.',
    way: 'The way',
    steps: {
      provider: 'Provider',
      portal: 'At the provider',
      client: 'Client',
      admission: 'Admission',
      connect: 'Connect',
      mailbox: 'Mailbox',
      mail: 'First mail',
    },
    stepDone: 'done',
    next: 'Next',
    goOn: 'Go on',
    provider: {
      title: 'Whose mailbox is it?',
      lead: 'Type the address and let Mailroom find out, or choose.',
      address: 'Mailbox address',
      addressHint: 'Optional: where customers write to. It is used on the way.',
      find: 'Find its provider',
      found: (name: string) => `The mailbox is at ${name}.`,
      foundServer: (host: string) =>
        `The mailbox is said to be at ${host}, of which no sign-in by consent is known: a password it is.`,
      foundNothing: 'Nobody says where this mailbox is. Choose below.',
      take: (name: string) => `Go on with ${name}`,
      cards: 'Providers',
      further: 'More providers',
      choices: named({
        'microsoft-365': {
          name: 'Microsoft 365',
          lead: 'Exchange Online. Somebody signs in as the mailbox and consents. The usual way.',
        },
        'microsoft-365-app-only': {
          name: 'Microsoft 365, application access',
          lead: 'Exchange Online. Nobody signs in; an Exchange administrator says which mailboxes may be opened.',
        },
        'outlook-com': { name: 'Outlook.com', lead: 'Private mailboxes: Outlook.com, Hotmail, Live.' },
        'google-workspace': {
          name: 'Google Workspace',
          lead: 'A mailbox of your own domain. Somebody signs in as the mailbox and consents.',
        },
        gmail: { name: 'Gmail', lead: 'A private mailbox at gmail.com. Its owner signs in and consents.' },
        'google-service-account': {
          name: 'Google Workspace, service account',
          lead: 'Nobody signs in; an administrator of the domain lets one key into its mailboxes.',
        },
        password: {
          name: 'Password',
          lead: 'Any mail server that takes a password or an app password.',
        },
        custom: { name: 'Another OAuth2 provider', lead: 'In any flow, with endpoints of its own.' },
      }),
    },
    portal: {
      title: 'What to do at the provider',
      lead: 'One thing after another. Open the portal beside this page; nothing here is lost meanwhile.',
      registered: 'Registered here already:',
      useRegistered: (name: string) => `Go on with ${name}`,
      open: 'Open the portal',
      why: 'Why:',
      done: 'Done, next',
      last: 'All done: enter what you copied',
      lastPassword: 'All done: enter the password',
      partDone: 'done',
      smtpLine: 'For Exchange Online PowerShell',
      publicUrl: (here: string, there: string) =>
        `You opened these pages at ${here}, but the helpdesk’s public URL is ${there}. The sign-in comes back there: open the pages there, or correct the public URL.`,
      publicUrlTitle: 'This is another address than the public URL',
      toSettings: 'To the settings',
    },
    client: {
      title: 'Enter what the provider gave',
      lead: 'Checked as you type. The secret is stored encrypted and never shown again.',
      endMissing:
        'Enter the day on which the secret ends: without it nobody is warned, and mail stops on that day.',
      register: 'Register and check',
      save: 'Save and check again',
      registered: (name: string) => `${name} is registered.`,
      checking: 'Asking the provider…',
      checkTitle: 'Does the provider take it?',
      well: 'The provider takes the client.',
      wrong: 'The provider does not take the client like this.',
      checkAgain: 'Check again',
      correct: 'Correct it',
      goOnAnyway: 'Go on anyway',
    },
    admission: {
      title: 'Let it into the mailboxes',
      lead: 'An administrator of the provider does this once. Copy it to them if that is somebody else.',
      mailbox: 'Mailbox to open',
      mailboxHint: 'Filled into the lines below.',
      objectId: 'Object ID of the enterprise application',
      objectIdHint:
        'Enterprise applications → your application → Object ID. Not that of the app registration: with the wrong one every line below succeeds and every sign-in fails.',
      consent: 'Admin consent',
      consentHint:
        'An administrator of the organisation opens this link and accepts. What Microsoft shows afterwards does not matter: nothing has to come back here.',
      commands: 'For Exchange Online PowerShell',
      commandsLead:
        'Once for the application, then for each mailbox. The last line asks Exchange whether it will let the application in. It takes minutes, sometimes an hour, until Exchange goes by it.',
      uniqueId: 'Unique ID of the service account',
      uniqueIdHint:
        'A number, on the page of the service account; client_id in its key file. Not its address.',
      scope: 'Scope',
      delegation:
        'In the Google Admin console: Security → Access and data control → API controls → Manage domain-wide delegation → Add new, with these two. It takes minutes, at most a day.',
      console: 'Open the Admin console',
      next: 'Done, next',
    },
    connect: {
      title: 'Connect',
      leads: {
        'sign-in':
          'Your browser goes to the provider. Sign in as the mailbox there and accept; you come back to this page.',
        stated:
          'Your browser goes to the provider. Sign in as the mailbox there and accept; you come back to this page.',
        application: 'Nobody has to sign in: Mailroom asks the provider for a token at once.',
        'service-account':
          'Nobody has to sign in: Mailroom asks the provider for a token of this mailbox at once.',
      },
      address: 'Mailbox address',
      signIn: 'Sign in at the provider',
      request: 'Request token',
      done: 'The provider gave a token, and Mailroom renews it from now on.',
      again: 'Connect another mailbox instead',
    },
    mailbox: {
      title: 'What happens with its mail',
      lead: 'Incoming and outgoing mail are set up together. Test it before you finish, if you like: nothing is stored by that.',
      exists: 'This mailbox is set up already.',
    },
    mail: {
      title: 'Does mail flow?',
      incoming: 'Incoming mail',
      outgoing: 'Outgoing mail',
      testing: 'Testing…',
      testAgain: 'Test again',
      goLive: 'Start fetching',
      goLiveOut: 'Start sending',
      draft: 'The test is passed, and nothing is fetched yet.',
      draftOut: 'The test is passed, and nothing is sent yet.',
      open: 'Open its settings',
      waitTitle: 'Now send it a mail',
      waitLead: 'Write to this address from any other mailbox, and watch this page.',
      address: 'Write to',
      write: 'Write one now',
      itself: 'Let Mailroom write one',
      waiting: 'Waiting for the first mail…',
      notLive: 'Mail is waited for as soon as the test is passed and the account is live.',
      look: 'Look now',
      arrivedTitle: 'The first mail has arrived',
      arrivedLead: 'Mail flows. From now on a banner warns before anything ends.',
      arrivedOtherwise: 'A mail has arrived, and did not become a ticket. What is said below it is why.',
      helpdesk: 'See it in the helpdesk',
      account: 'To the account',
      another: 'Set up another mailbox',
      nothing: 'Nothing comes?',
      help: [
        'Did it arrive in the mailbox at all? Look there, in the spam folder, too: only the folders that are fetched count, and INBOX alone is, unless you chose more.',
        'Only new mail counts, unless you chose otherwise: what lay there before is left alone.',
        'Another program may have fetched and deleted it: a second helpdesk, a mail reader with POP3.',
        'At Microsoft, rights that were just given take minutes, sometimes an hour.',
        'The activity of the account shows every look into the mailbox, and what the server said.',
      ],
      activity: 'See its activity',
      onlyOutgoing: 'This mailbox only sends. Send a test mail from the page of the server.',
      toServer: 'To the server',
    },
  },

  authorizations: {
    title: 'Sign-in at the provider',
    titles: {
      begun: 'The sign-in is still open',
      completed: 'The mailbox is connected',
      failed: 'The mailbox was not connected',
    },
    stillOpen: 'Finish it in the window of the provider, or begin again.',
    goOn: 'Go on',
    completedLead: 'You can close the window of the provider.',
    openClient: 'Check the client',
    back: 'Back to where you were',
    openTokens: 'See the tokens',
    whatToCheck: 'What to check',
    nothingStored: 'Nothing was stored and nothing was changed.',
    useOther: (actual: string) => `Use ${actual} from now on`,
    useOtherTitle: (expected: string, actual: string) => `Give the token of ${expected} to ${actual}?`,
    useOtherConsequence: (expected: string, actual: string) =>
      `Every account and server that signs in with the token of ${expected} will do so as ${actual} from then on. They open what ${actual} has access to, and nothing else. You will be asked to sign in as ${actual} once more.`,
  },
} as const;
