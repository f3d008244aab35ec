import { type Disposition, type TlsTrust } from '@mailroom/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { type LastCheck } from './last-check.js';
import { wholeNumber } from './whole-number.js';

/** Draft accounts are being set up, live ones fetch, paused ones rest, archived ones are kept for their history. */
export type AccountState = 'draft' | 'live' | 'paused' | 'archived';
/** How mail is fetched. */
export type MailProtocol = 'imap' | 'pop3';
/** TLS from the first byte, an upgrade that must happen, or none at all. */
export type Security = 'tls' | 'starttls' | 'none';
/** What happens on the mail server to a mail that is safely with the host. */
export type MailDisposition = 'delete' | 'seen' | 'move' | 'leave';
/** Which mail counts at the first fetch. */
export type StartFrom = 'new' | 'all' | 'since';

/**
 * Where mail is fetched from. The first part is what an admin set; the rest belongs to the mailbox sessions and is
 * written by nobody else, except `liveSince` (set with the change to live). After changing what a session uses
 * (place, credentials, folder, state) call `SessionRequests.restart`.
 */
@Entity({ schema: 'mailroom', name: 'mail_account', synchronize: false })
@Index('mail_account_holder', ['holder'])
@Index('mail_account_token', ['tokenId'])
export class MailAccount {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'mail_account_pk' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', default: 'imap' })
  kind: MailProtocol;

  @Column({ type: 'text' })
  host: string;

  @Column({ type: 'integer' })
  port: number;

  @Column({ type: 'text' })
  security: Security;

  /** Whose certificates are believed. */
  @Column({ type: 'jsonb', name: 'tls_trust', default: () => `'{"kind": "verified"}'` })
  tlsTrust: TlsTrust;

  @Column({ type: 'text' })
  login: string;

  /** The mailbox's own address. */
  @Column({ type: 'text' })
  address: string;

  @Column({ type: 'text' })
  auth: 'token' | 'password';

  @ForeignKey('OAuthToken', { name: 'mail_account_token_fk', onDelete: 'RESTRICT' })
  @Column({ type: 'uuid', name: 'token_id', nullable: true })
  tokenId: string | null;

  /** Envelope of SecretBox, bound to this row and its origin. */
  @Column({ type: 'text', name: 'sealed_password', nullable: true })
  sealedPassword: string | null;

  /** The folders that are fetched, in this order; the first is the one that is listened to. */
  @Column({ type: 'text', array: true, default: '{INBOX}' })
  folders: string[];

  @Column({ type: 'text' })
  disposition: MailDisposition;

  /** The folder that `move` moves to. */
  @Column({ type: 'text', name: 'move_to', nullable: true })
  moveTo: string | null;

  @Column({ type: 'text', name: 'start_from', default: 'new' })
  startFrom: StartFrom;

  @Column({ type: 'timestamptz', name: 'start_since', nullable: true })
  startSince: Date | null;

  /** Mail of the time before `historyBefore` reaches the host as history: nobody is answered or told. */
  @Column({ type: 'boolean', name: 'quiet_import', default: false })
  quietImport: boolean;

  /** When the account first went live, or was last pointed at another mailbox; written with the change. */
  @Column({ type: 'timestamptz', name: 'history_before', nullable: true })
  historyBefore: Date | null;

  /** Larger mail stays on the server and is named on the account. */
  @Column({ type: 'integer', name: 'size_limit_bytes', default: 52_428_800 })
  sizeLimitBytes: number;

  /** Mails that one turn takes before others get theirs. */
  @Column({ type: 'integer', name: 'batch_messages', default: 2_000 })
  batchMessages: number;

  /** The same in bytes. */
  @Column({ type: 'integer', name: 'batch_bytes', default: 536_870_912 })
  batchBytes: number;

  @Column({ type: 'integer', name: 'poll_seconds', default: 60 })
  pollSeconds: number;

  /** Stay connected in IDLE between polls. */
  @Column({ type: 'boolean', default: true })
  push: boolean;

  @Column({ type: 'text', nullable: true })
  destination: string | null;

  /** Nothing fetched for so long is an alarm, although nothing failed; 0 none, null derived from `pollSeconds`. */
  @Column({ type: 'integer', name: 'silent_after_minutes', nullable: true })
  silentAfterMinutes: number | null;

  /** No mail for so long is an alarm; null none. */
  @Column({ type: 'integer', name: 'quiet_after_days', nullable: true })
  quietAfterDays: number | null;

  /** By what a mail's destination is chosen: this account, or the address that the mail was sent to, if it has a route. */
  @Column({ type: 'text', default: 'account' })
  dispatching: 'account' | 'recipient';

  /** Control headers count where somebody vouches for them, see `voucher`. */
  @Column({ type: 'boolean', name: 'trust_headers', default: false })
  trustHeaders: boolean;

  /** The mail server whose Received and Authentication-Results are believed: a name, or `*.domain`. */
  @Column({ type: 'text', name: 'trusted_hop', nullable: true })
  trustedHop: string | null;

  /** Where there are any, control headers count only in mail that passed DMARC for one of them. */
  @Column({ type: 'text', name: 'trusted_domains', array: true, default: '{}' })
  trustedDomains: string[];

  /** Check SPF, DKIM, DMARC and ARC of what comes in. */
  @Column({ type: 'boolean', name: 'verify_mail', default: false })
  verifyMail: boolean;

  @Column({ type: 'text', default: 'draft' })
  state: AccountState;

  @Column({ type: 'text', default: '' })
  comment: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', default: () => 'clock_timestamp()' })
  updatedAt: Date;

  /** When it last became live; written with the state. */
  @Column({ type: 'timestamptz', name: 'live_since', nullable: true })
  liveSince: Date | null;

  /** How the last test of these settings went; null when they were never tested. */
  @Column({ type: 'jsonb', name: 'last_check', nullable: true })
  lastCheck: LastCheck | null;

  /** When it was made a draft because it had failed for days; null when somebody has decided since. */
  @Column({ type: 'timestamptz', name: 'set_back_at', nullable: true })
  setBackAt: Date | null;

  /** Problem code that it had failed with. */
  @Column({ type: 'text', name: 'set_back_code', nullable: true })
  setBackCode: string | null;

  /** Until then what is said to the mail server is written down, redacted; null or past: it is not. */
  @Column({ type: 'timestamptz', name: 'log_until', nullable: true })
  logUntil: Date | null;

  /** Raised by every "fetch now"; a session that sees it grow drains once more. */
  @Column({ type: 'integer', default: 0 })
  wanted: number;

  /** `wanted` as it was when a drain that has ended began: so many wishes have been looked after. */
  @Column({ type: 'integer', name: 'wanted_done', default: 0 })
  wantedDone: number;

  /** Polls that found nothing since the last run that is written down. */
  @Column({ type: 'integer', name: 'quiet_polls', default: 0 })
  quietPolls: number;

  /** Due from this moment on (`mailroom.now()`). */
  @Column({ type: 'timestamptz', name: 'next_at', default: () => 'clock_timestamp()' })
  nextAt: Date;

  /** The provider asked to be left alone until then; nobody touches it before. */
  @Column({ type: 'timestamptz', name: 'not_before', nullable: true })
  notBefore: Date | null;

  /** The instance whose session holds the mailbox. */
  @Column({ type: 'uuid', nullable: true })
  holder: string | null;

  @Column({ type: 'timestamptz', name: 'held_since', nullable: true })
  heldSince: Date | null;

  /** Where the session that holds it is connected, though the account may have been pointed elsewhere since. */
  @Column({ type: 'text', name: 'held_host', nullable: true })
  heldHost: string | null;

  /** The login of that session. */
  @Column({ type: 'text', name: 'held_login', nullable: true })
  heldLogin: string | null;

  /** Grows with every claim: a session with an older one can no longer commit. */
  @Column({ type: 'bigint', default: '0', transformer: wholeNumber })
  epoch: number;

  @Column({ type: 'timestamptz', name: 'last_fetch_at', nullable: true })
  lastFetchAt: Date | null;

  @Column({ type: 'timestamptz', name: 'last_success_at', nullable: true })
  lastSuccessAt: Date | null;

  /** When a commit of its mail last went through, also in the middle of a long fetch. */
  @Column({ type: 'timestamptz', name: 'last_taken_at', nullable: true })
  lastTakenAt: Date | null;

  /** Failures in a row. */
  @Column({ type: 'integer', default: 0 })
  failures: number;

  /** Sessions in a row that did not survive a minute, whatever they got done: what the next one waits for. */
  @Column({ type: 'integer', default: 0 })
  setbacks: number;

  /** The first failure since anything last went well, or since a change. */
  @Column({ type: 'timestamptz', name: 'failing_since', nullable: true })
  failingSince: Date | null;

  @Column({ type: 'text', name: 'failure_code', nullable: true })
  failureCode: string | null;

  @Column({ type: 'jsonb', name: 'failure_params', nullable: true })
  failureParams: Record<string, string | number | boolean | null> | null;

  @Column({ type: 'text', name: 'failure_disposition', nullable: true })
  failureDisposition: Disposition | null;

  @Column({ type: 'timestamptz', name: 'failure_at', nullable: true })
  failureAt: Date | null;
}
