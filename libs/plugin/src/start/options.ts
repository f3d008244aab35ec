import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { publicUrlFault, type FixedSettings, type InputFault } from '@mailroom/kernel';
import { fixedSettings, settingOptionShapes, type SettingOptions } from './setting-options.js';
import { needsPublicUrl, StartRefusal } from './start-refusal.js';

/** What a host decides about Mailroom. Everything has a default. */
export interface MailroomOptions extends SettingOptions {
  /**
   * Where browsers reach the host's routes, global prefix included: `https://desk.example` or
   * `https://desk.example/backend`. https, except http://localhost. The redirect URI is made of it. Default: the setting
   * `public-url`, which admins set; when there is none either, nothing starts.
   */
  readonly publicUrl?: string;
  /** False makes a process that serves pages and API but fetches and sends nothing. Default true. */
  readonly work?: boolean;
  /** Connections of the host's pool that Mailroom uses at most at a time. Default 3. */
  readonly maxConnections?: number;
  /** CIDR ranges outside the public internet that admins may enter hosts of, e.g. `10.0.0.0/8`. Default none. */
  readonly privateNetworks?: readonly string[];
}

const optionsSchema = z.object({
  publicUrl: z.string().optional(),
  work: z.boolean().default(true),
  maxConnections: z.int().min(2).max(100).default(3),
  privateNetworks: z.array(z.string().refine(isNetwork, 'is no CIDR range')).default([]),
  ...settingOptionShapes,
});

/** A host's options, every one of them usable. */
export class CheckedOptions {
  readonly publicUrl: string | undefined;
  readonly work: boolean;
  readonly maxConnections: number;
  readonly privateNetworks: readonly string[];
  /** Settings that an option decides. */
  readonly fixed: FixedSettings;

  constructor(values: z.infer<typeof optionsSchema>) {
    this.publicUrl = values.publicUrl;
    this.work = values.work;
    this.maxConnections = values.maxConnections;
    this.privateNetworks = values.privateNetworks;
    this.fixed = fixedSettings(values);
  }
}

/** What the schemas of settings say by name, for those who read no pages. */
const IN_WORDS: Partial<Record<InputFault, string>> = {
  'no-address-list': 'has to read like ada@example.com, ben@example.com',
  'no-header-prefixes': 'has to read like X-Mailroom-, X-OTRS-',
  'no-host-or-wildcard': 'is no host name, *.domain or *',
};

/** Checks the options once and for all. Throws StartRefusal. */
export function checkedOptions(options: MailroomOptions): CheckedOptions {
  const parsed = optionsSchema.safeParse(options);
  if (!parsed.success) throw new StartRefusal(`option ${firstFault(parsed.error)}.`);
  const { publicUrl } = parsed.data;
  const fault = publicUrl === undefined ? null : publicUrlFault(publicUrl);
  if (publicUrl !== undefined && fault) throw needsPublicUrl({ option: publicUrl, fault });
  return new CheckedOptions(parsed.data);
}

function firstFault(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'values are not usable';
  return `${issue.path.join('.')}: ${IN_WORDS[issue.message as InputFault] ?? issue.message}`;
}

function isNetwork(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}
