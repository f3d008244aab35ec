import {
  knownSettings,
  type ConnectionLimit,
  type FixedSettings,
  type SettingKey,
  type SettingValue,
} from '@mailroom/kernel';

/** Options that decide a setting for good: admins see it and cannot change it. Each left out leaves it to them. */
export interface SettingOptions {
  /** Days that the audit log keeps a line: 1 to 3,650. Setting `audit-retention-days`. */
  readonly auditRetentionDays?: number;
  /** Days that it is kept what a look into a mailbox did: 1 to 365. Setting `run-retention-days`. */
  readonly runRetentionDays?: number;
  /** Days that the outbox keeps mail that has left: 0 (for ever) to 3,650. */
  readonly outboxRetentionDays?: number;
  /** Days that the bytes of ignored mail are kept: 0 (for ever) to 3,650. */
  readonly rawMailRetentionDays?: number;
  /** What becomes of one mail that lies in several mailboxes: `each` copy is handed over, or the first one `once`. */
  readonly sameMail?: 'each' | 'once';
  /** How many connections mail hosts get from all instances together, in the order in which the rules are tried. */
  readonly connectionLimits?: readonly ConnectionLimit[];
  /** An account that has failed for so many days is made a draft: 0 (never) to 365. */
  readonly draftAfterFailingDays?: number;
  /** So many mails of one sender to one account are enough, if they look like a loop: 0 (no limit) to 1,000. */
  readonly senderLimitMails?: number;
  /** Within so many minutes: 1 to 1,440. */
  readonly senderLimitMinutes?: number;
  /** So many mailboxes of their own somebody may send from: 0 (nobody connects any) to 20. */
  readonly personalServersPerPerson?: number;
  /** Names of control headers begin with one of these, separated by commas, e.g. `x-mailroom-, x-otrs-`. */
  readonly controlHeaderPrefixes?: string;
  /** Who hears of new banners by e-mail, addresses separated by commas; empty: nobody. */
  readonly bannerRecipients?: string;
  /** What those read who have chosen no language, and what letters are written in; `browser`: English in letters. */
  readonly language?: 'browser' | 'en' | 'de';
}

/** What each of these options has to look like: as its setting. */
export const settingOptionShapes = {
  auditRetentionDays: knownSettings['audit-retention-days'].schema.optional(),
  runRetentionDays: knownSettings['run-retention-days'].schema.optional(),
  outboxRetentionDays: knownSettings['outbox-retention-days'].schema.optional(),
  rawMailRetentionDays: knownSettings['raw-mail-retention-days'].schema.optional(),
  sameMail: knownSettings['same-mail'].schema.optional(),
  connectionLimits: knownSettings['connection-limits'].schema.optional(),
  draftAfterFailingDays: knownSettings['draft-after-failing-days'].schema.optional(),
  senderLimitMails: knownSettings['sender-limit-mails'].schema.optional(),
  senderLimitMinutes: knownSettings['sender-limit-minutes'].schema.optional(),
  personalServersPerPerson: knownSettings['personal-servers-per-person'].schema.optional(),
  controlHeaderPrefixes: knownSettings['control-header-prefixes'].schema.optional(),
  bannerRecipients: knownSettings['banner-recipients'].schema.optional(),
  language: knownSettings.language.schema.optional(),
};

type Checked = { readonly [Option in keyof SettingOptions | 'publicUrl']?: SettingValue | undefined };

// A setting that no option decides is missing here, and the compiler says so.
const DECIDES: Readonly<Record<SettingKey, keyof Checked>> = {
  'public-url': 'publicUrl',
  'audit-retention-days': 'auditRetentionDays',
  'run-retention-days': 'runRetentionDays',
  'outbox-retention-days': 'outboxRetentionDays',
  'raw-mail-retention-days': 'rawMailRetentionDays',
  'same-mail': 'sameMail',
  'connection-limits': 'connectionLimits',
  'draft-after-failing-days': 'draftAfterFailingDays',
  'sender-limit-mails': 'senderLimitMails',
  'sender-limit-minutes': 'senderLimitMinutes',
  'personal-servers-per-person': 'personalServersPerPerson',
  'control-header-prefixes': 'controlHeaderPrefixes',
  'banner-recipients': 'bannerRecipients',
  language: 'language',
};

/** The settings that options decide, by key. */
export function fixedSettings(options: Checked): FixedSettings {
  const decided = Object.entries(DECIDES).map(([key, option]) => [key, options[option]] as const);
  return Object.fromEntries(decided.filter(([, value]) => value !== undefined));
}
