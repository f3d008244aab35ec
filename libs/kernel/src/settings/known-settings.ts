import { z } from 'zod';
import { parseAddresses } from '../addresses/parse-addresses.js';
import { inputFault, invalidInput } from '../problems/input-fault.js';
import { kernelProblem } from '../problems/kernel-problems.js';
import {
  connectionLimitsSchema,
  connectionLimitsText,
  usualConnectionLimits,
  type ConnectionLimit,
} from './connection-limits.js';
import { publicUrlFault } from './public-url.js';

const DAYS = 400;

const retention = z.coerce.number().int().min(0).max(3_650);
/** Up to twenty addresses, as headers write them; empty for none. */
const addressList = z.string().trim().max(2_000).refine(isAddressList, inputFault('no-address-list'));

const publicUrl = z.string().trim().max(500);

/**
 * Every setting that admins may change while Mailroom runs. What opens networks, seals secrets or spends the host's
 * database connections is not among them: that is the operator's.
 */
export const knownSettings = {
  /** Where browsers reach the host's routes, global prefix included. Taken up at the next start. */
  'public-url': { schema: publicUrl, fallback: null, live: false },
  /** How long the audit log keeps a line. */
  'audit-retention-days': { schema: z.coerce.number().int().min(1).max(3_650), fallback: DAYS, live: true },
  /** How long it is kept what each look into a mailbox did. */
  'run-retention-days': { schema: z.coerce.number().int().min(1).max(365), fallback: 30, live: true },
  /** How long the outbox keeps mail that has left; 0: for ever. */
  'outbox-retention-days': { schema: retention, fallback: 180, live: true },
  /** How long the bytes of mail are kept that the host ignored, and of duplicates; 0: for ever. */
  'raw-mail-retention-days': { schema: retention, fallback: 30, live: true },
  /**
   * What becomes of one mail that lies in several mailboxes (same Message-ID, sender, date and subject): `each` hands
   * over every copy, `once` the first one, and records the others as its duplicates.
   */
  'same-mail': { schema: z.enum(['each', 'once']), fallback: 'each', live: true },
  /** How many connections mail hosts get from all instances together, see ConnectionLimit. */
  'connection-limits': { schema: connectionLimitsSchema, fallback: usualConnectionLimits, live: true },
  /** An account that has failed for so many days is made a draft; 0: never. */
  'draft-after-failing-days': { schema: z.coerce.number().int().min(0).max(365), fallback: 0, live: true },
  /** So many mails of one sender to one account within the minutes are enough, if they look like a loop; 0: no limit. */
  'sender-limit-mails': { schema: z.coerce.number().int().min(0).max(1_000), fallback: 20, live: true },
  /** See above. */
  'sender-limit-minutes': { schema: z.coerce.number().int().min(1).max(1_440), fallback: 120, live: true },
  /** So many mailboxes of their own somebody may send from who is no admin; 0: nobody connects any. */
  'personal-servers-per-person': {
    schema: z.coerce.number().int().min(0).max(20),
    fallback: 1,
    live: true,
  },
  /** Names of control headers begin with one of these, separated by commas. */
  'control-header-prefixes': {
    schema: z
      .string()
      .trim()
      .toLowerCase()
      .max(500)
      .regex(/^x-[a-z\d][a-z\d-]*-(\s*,\s*x-[a-z\d][a-z\d-]*-)*$/, inputFault('no-header-prefixes')),
    fallback: 'x-mailroom-, x-otrs-, x-znuny-',
    live: true,
  },
  /** Who hears of new banners by e-mail, addresses separated by commas; empty: nobody. */
  'banner-recipients': { schema: addressList, fallback: '', live: true },
  /** What those read who have chosen no language, and what letters are written in; `browser`: English in letters. */
  language: { schema: z.enum(['browser', 'en', 'de']), fallback: 'browser', live: true },
} as const;

export type SettingKey = keyof typeof knownSettings;

/** A form of settings that is being filled in: each by its own schema, which also says what is wrong inside a value. */
export const settingsFormSchema = z
  .strictObject(
    Object.fromEntries(
      Object.entries(knownSettings).map(([key, { schema }]) => [key, z.nullable(schema)]),
    ) as { [Key in SettingKey]: z.ZodNullable<(typeof knownSettings)[Key]['schema']> },
  )
  .partial()
  .meta({ id: 'SettingsForm' });
export type SettingsForm = z.infer<typeof settingsFormSchema>;
export type SettingValue = string | number | readonly ConnectionLimit[];

/** What a host decided by its options, by the keys of settings: these win, and admins can only read them. */
export type FixedSettings = Partial<Readonly<Record<SettingKey, SettingValue>>>;

function isAddressList(text: string): boolean {
  try {
    return text === '' || parseAddresses(text).length <= 20;
  } catch {
    return false;
  }
}

/** A value as people and logs read it. */
export function settingText(value: SettingValue): string | number {
  return typeof value === 'object' ? connectionLimitsText(value) : value;
}

/** All keys, in the order of the pages. */
export const settingKeys = Object.keys(knownSettings) as SettingKey[];

/** The key that `text` names. Problem `setting-unknown`. */
export function settingKey(text: string): SettingKey {
  const key = settingKeys.find((known) => known === text);
  if (!key) throw kernelProblem('setting-unknown', { params: { key: text, known: settingKeys.join(', ') } });
  return key;
}

/** A value as it may be stored. Problems at the field of the key, or inside it: `invalid-input`, `public-url-unusable` (`fault`). */
export function settingValue(key: SettingKey, value: unknown): SettingValue {
  const parsed = knownSettings[key].schema.safeParse(value);
  if (!parsed.success) throw invalidInput(parsed.error.issues, key);
  if (key !== 'public-url' || typeof parsed.data !== 'string') return parsed.data;
  const fault = publicUrlFault(parsed.data);
  if (fault) throw kernelProblem('public-url-unusable', { field: key, params: { fault } });
  return new URL(parsed.data).href.replace(/\/+$/, '');
}
