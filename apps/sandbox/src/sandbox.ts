import { type Faults } from './faults/faults.js';
import { type ImapServer } from './imap/imap-server.js';
import { type StoredMessage } from './mail/folder.js';
import { composeMail, type Letter } from './mail/compose.js';
import { type MailStore } from './mail/mail-store.js';
import { type NewPerson, type People, type Person } from './mail/people.js';
import { restrictApp } from './oauth/app-access.js';
import { registerClient, type NewClient } from './oauth/clients.js';
import { endpointsOf, type Endpoints } from './oauth/endpoints.js';
import { type Grants } from './oauth/grants.js';
import { type IdentityProvider } from './oauth/identity-provider.js';
import { issueTokens, type IssuedTokens } from './oauth/issue-tokens.js';
import { profiles, type Profile } from './oauth/profiles.js';
import { type Records } from './oauth/records.js';
import { registerServiceAccount, type NewServiceAccount } from './oauth/service-accounts.js';
import { type TokenRequest, type TokenRequests } from './oauth/token-requests.js';
import { visit, visitDevicePage, type Visit } from './oauth/visitor.js';
import { type Pop3Server } from './pop3/pop3-server.js';
import { type OutboundMail, type PostOffice } from './smtp/post-office.js';

/** Where one of the mail servers listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Everything that listens, and the certificate of what speaks TLS. */
export interface Addresses {
  readonly http: { readonly port: number; readonly url: string };
  readonly imap: Address;
  readonly imaps: Address;
  readonly pop3: Address;
  readonly pop3s: Address;
  readonly smtp: Address;
  readonly smtps: Address;
}

/** The rooms behind the facade. */
export interface Rooms {
  readonly people: People;
  readonly mail: MailStore;
  readonly records: Records;
  readonly grants: Grants;
  readonly faults: Faults;
  readonly office: PostOffice;
  readonly requests: TokenRequests;
  readonly identity: IdentityProvider;
  readonly imapServer: ImapServer;
  readonly pop3Server: Pop3Server;
  readonly lifetimes: { accessTokenSeconds: number; deviceIntervalSeconds: number };
  readonly stop: () => Promise<void>;
}

/** A running mail provider: its people, their mail, what they consented to, and everything that can go wrong. */
export class Sandbox {
  readonly http: Addresses['http'];
  readonly imap: Address;
  readonly imaps: Address;
  readonly pop3: Address;
  readonly pop3s: Address;
  readonly smtp: Address;
  readonly smtps: Address;

  constructor(
    addresses: Addresses,
    /** What the TLS ports show; self-signed, for loopback names only. */
    readonly certificate: string,
    private readonly rooms: Rooms,
  ) {
    ({ http: this.http, imap: this.imap, imaps: this.imaps } = addresses);
    ({ pop3: this.pop3, pop3s: this.pop3s, smtp: this.smtp, smtps: this.smtps } = addresses);
  }

  /** Everything that can be scripted to fail. */
  get faults(): Faults {
    return this.rooms.faults;
  }

  get people(): readonly Person[] {
    return this.rooms.people.all;
  }

  addPerson(address: string, details: NewPerson = {}): Person {
    return this.rooms.people.add(address, details);
  }

  /** The endpoints of a profile; `tenant` only matters to Microsoft. */
  issuer(profile: Profile, tenant?: string): Endpoints {
    return endpointsOf(this.http.url, profile, tenant);
  }

  /** Registers an application in all profiles, or replaces it. */
  registerClient(client: NewClient): void {
    registerClient(this.rooms.records, client);
  }

  /** Registers (or replaces) a service account with domain-wide delegation, in Google's manner. */
  registerServiceAccount(account: NewServiceAccount): void {
    registerServiceAccount(this.rooms.records, account);
  }

  /** The application's own tokens open only these mailboxes (null: all again), as after `Add-MailboxPermission`. */
  restrictApp(clientId: string, addresses: readonly string[] | null): void {
    restrictApp(this.rooms.records, clientId, addresses);
  }

  /** How long access tokens issued from now on live. */
  set accessTokenSeconds(seconds: number) {
    this.rooms.lifetimes.accessTokenSeconds = seconds;
  }

  /** How long devices are told to wait between two questions; 0 tells them nothing and never answers `slow_down`. */
  set deviceIntervalSeconds(seconds: number) {
    this.rooms.lifetimes.deviceIntervalSeconds = seconds;
  }

  /** In whose words unknown tokens are refused; as `microsoft` the IMAP server also stops offering OAUTHBEARER. */
  set usualProfile(profile: Profile) {
    this.rooms.grants.usualProfile = profile;
  }

  /** Puts these bytes into a folder, untouched. */
  deliver(address: string, raw: Buffer | string, folder?: string): StoredMessage {
    return this.rooms.mail.deliver(address, Buffer.from(raw), folder);
  }

  /** Writes a letter into a mailbox here. */
  sendLetter(letter: Letter): StoredMessage {
    return this.rooms.mail.deliver(letter.to, composeMail(letter));
  }

  /** What lies in a folder now, in UID order. */
  messages(
    address: string,
    folder = 'INBOX',
  ): readonly { uid: number; flags: readonly string[]; raw: Buffer }[] {
    return this.rooms.mail
      .folder(address, folder)
      .messages.map(({ uid, flags, raw }) => ({ uid, flags: [...flags], raw }));
  }

  /** Names of a person's folders. */
  folders(address: string): readonly string[] {
    return this.rooms.mail.find(address)?.folders.map(({ name }) => name) ?? [];
  }

  /** Mail that was accepted for domains that are not ours. */
  sent(): readonly OutboundMail[] {
    return this.rooms.office.sent;
  }

  /** Lets somebody send in another name in Microsoft's manner. */
  allowSendAs(owner: string, address: string): void {
    this.rooms.office.allowSendAs(owner, address);
  }

  /** Every UID of the folder is void from now on; with `renumber` they also name other messages. */
  bumpUidValidity(address: string, folder = 'INBOX', { renumber = false } = {}): number {
    const uidValidity = this.rooms.mail.nextUidValidity();
    this.rooms.mail.folder(address, folder).invalidateUids(uidValidity, renumber);
    return uidValidity;
  }

  /** Walks the sign-in pages as this person and answers the URL the browser is sent back to. */
  visit(authorizationUrl: string, plan: Visit): Promise<string> {
    return visit(authorizationUrl, plan);
  }

  /**
   * Types the code that a device shows into its provider's page, signs in and decides. Throws when no device waits with
   * this code, and with the page's words when the person is not let in.
   */
  async approveDevice(userCode: string, plan: Visit): Promise<void> {
    const profile = this.rooms.grants.profileOfUserCode(userCode);
    if (!profile) throw new Error(`No device waits with the code ${userCode}`);
    await visitDevicePage(this.issuer(profile).devicePage, userCode, plan);
  }

  /** The tokens of a person without the dance. */
  async issueTokens(
    address: string,
    {
      profile = 'strict',
      clientId = 'mailroom-demo',
      scopes = profiles[profile].usual,
    }: { profile?: Profile; clientId?: string; scopes?: readonly string[] } = {},
  ): Promise<IssuedTokens> {
    const person = this.addPerson(address);
    return issueTokens(this.rooms.identity.providers[profile], { profile, person, clientId, scopes });
  }

  /** Everything this person consented to is void at once. Returns how many grants died. */
  revoke(address: string, profile?: Profile): number {
    return this.rooms.grants.revoke(address, profile);
  }

  /** Access tokens (of this person, or all) are expired from now on. */
  expireAccessTokens(address?: string): number {
    return this.rooms.grants.expireAccessTokens(address);
  }

  /** Refresh tokens (of this person, or all) are expired from now on. */
  expireRefreshTokens(address?: string): number {
    return this.rooms.grants.expireRefreshTokens(address);
  }

  /** Device codes that are waiting have expired from now on. */
  expireDeviceCodes(): number {
    return this.rooms.grants.expireDeviceCodes();
  }

  /** Every request that reached a token endpoint, oldest first; no secrets. */
  get tokenRequests(): readonly TokenRequest[] {
    return this.rooms.requests.log;
  }

  /** Every token and code that was ever handed out: for specs that look for them elsewhere. */
  get secretsHandedOut(): readonly string[] {
    const secret = new Set([
      'AccessToken',
      'ClientCredentials',
      'RefreshToken',
      'AuthorizationCode',
      'DeviceCode',
    ]);
    return this.rooms.records.all.filter(({ model }) => secret.has(model)).map(({ id }) => id);
  }

  /** Token answers are worked out and stored, but not sent until the returned function is called. */
  holdTokenResponses(): () => void {
    return this.rooms.requests.hold();
  }

  /** Who is connected by IMAP now; null for those who have not signed in. */
  get imapSessions(): readonly (string | null)[] {
    return this.rooms.imapServer.sessions;
  }

  /** Who is connected by POP3 now; null for those who have not signed in. */
  get pop3Sessions(): readonly (string | null)[] {
    return this.rooms.pop3Server.sessions;
  }

  /** POP3 calls the message with this UID in INBOX by this unique id from now on. */
  giveUidl(address: string, uid: number, uidl: string): void {
    this.rooms.pop3Server.giveUidl(address, uid, uidl);
  }

  /** Somebody else removes a message for good, while we may be looking at it. */
  expunge(address: string, uid: number, folder = 'INBOX'): void {
    const place = this.rooms.mail.folder(address, folder);
    place.remove(new Set(place.messages.filter((message) => message.uid === uid)));
  }

  /** Resets IMAP and POP3 connections (of this person, or all). */
  dropConnections(address?: string): number {
    const { imapServer, pop3Server } = this.rooms;
    return imapServer.dropConnections(address) + pop3Server.dropConnections(address);
  }

  /** Ends IMAP sessions with Microsoft's `BYE Session invalidated - AccessTokenExpired`. */
  endSessions(address?: string): number {
    return this.rooms.imapServer.endSessions(address);
  }

  /** Closes everything; safe to call twice. */
  stop(): Promise<void> {
    return this.rooms.stop();
  }
}
