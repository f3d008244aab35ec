import { type EncryptionKey } from '@mailroom/plugin';
import { type LogSettings } from '../logging/helpdesk-logger.js';
import { type StaffMember } from '../staff/staff-member.js';
import { type Environment, SettingRefused } from './environment.js';

type HelpdeskValues = Omit<HelpdeskSettings, 'closedForGood'>;

const DAY_MS = 86_400_000;

/** Everything the helpdesk was told, decided once at start. */
export class HelpdeskSettings {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Where browsers reach us; without a path. */
  readonly publicUrl: URL;
  readonly databaseUrl: string;
  /** Signs sign-ins and the Message-IDs of replies: changing it signs everybody out and unties old threads. */
  readonly sessionSecret: string;
  /** Keys that seal secrets; the first seals from now on. */
  readonly keys: readonly EncryptionKey[];
  readonly staff: readonly (StaffMember & { password: string })[];
  /** False: serves pages, fetches and sends nothing. */
  readonly work: boolean;
  /** Takes mail in groups; false: mail by mail, as a host does that inserts nothing in bulk. */
  readonly groups: boolean;
  /** Tells customers the number of their new ticket. */
  readonly acknowledge: boolean;
  /** For so many days after it was closed an answer opens a ticket again, later ones open another; null is for ever. */
  readonly reopenDays: number | null;
  /** Lets a scraper read the metrics; null is nobody. */
  readonly metricsToken: string | null;
  /** CIDR ranges outside the public internet that mail hosts may be in. */
  readonly trustedNetworks: readonly string[];

  constructor(values: HelpdeskValues) {
    Object.assign(this, values);
  }

  /** Is it too late at `now` to open again what was closed then? */
  closedForGood(closedAt: Date, now: Date): boolean {
    return this.reopenDays !== null && now.getTime() - closedAt.getTime() >= this.reopenDays * DAY_MS;
  }
}

/** What the start brings besides the environment: where the database is, and secrets kept on this machine. */
export interface Brought {
  readonly databaseUrl: string;
  readonly sessionSecret: string;
  readonly keys: readonly EncryptionKey[];
}

const LOOPBACK = ['127.0.0.0/8', '::1/128'];

/** The public URL: as told, else this machine. */
function publicUrlOf(environment: Environment): URL {
  return new URL(environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`);
}

/** True on a laptop, where demo passwords, kept secrets and the sandbox are welcome. */
function isDemo(publicUrl: URL): boolean {
  return publicUrl.protocol === 'http:' && publicUrl.hostname === 'localhost';
}

/** Whether the sandbox runs beside us. */
export function wantsSandbox(environment: Environment): boolean {
  return environment.SANDBOX ?? isDemo(publicUrlOf(environment));
}

/** Throws SettingRefused with the first setting that a helpdesk others can reach must not leave out. */
export function checkProduction(environment: Environment): void {
  if (isDemo(publicUrlOf(environment))) return;
  const needed = ['SESSION_SECRET', 'MAILROOM_KEYS', 'ADMIN_PASSWORD', 'AGENT_PASSWORD'] as const;
  const missing = needed.find((name) => environment[name] === undefined);
  if (missing) throw new SettingRefused(`${missing} has to be set when PUBLIC_URL is not http://localhost.`);
}

/** Decides. Call `checkProduction` first: what is missing here gets the values of a laptop. */
export function settingsFrom(environment: Environment, brought: Brought): HelpdeskSettings {
  const publicUrl = publicUrlOf(environment);
  return new HelpdeskSettings({
    ...brought,
    port: environment.PORT,
    host: environment.HOST ?? (isDemo(publicUrl) ? '127.0.0.1' : '0.0.0.0'),
    publicUrl,
    staff: [
      { login: 'admin', name: 'Ada Admin', role: 'admin', password: environment.ADMIN_PASSWORD ?? 'admin' },
      { login: 'agent', name: 'Alex Agent', role: 'agent', password: environment.AGENT_PASSWORD ?? 'agent' },
    ],
    work: environment.WORK,
    groups: environment.GROUPS,
    acknowledge: environment.ACKNOWLEDGE,
    reopenDays: environment.REOPEN_DAYS ?? null,
    metricsToken: environment.METRICS_TOKEN ?? null,
    trustedNetworks: environment.TRUSTED_NETWORKS ?? (wantsSandbox(environment) ? LOOPBACK : []),
  });
}

/**
 * How this process logs. A terminal gets lines for people, and warnings only, so that one sees where to click; whatever else
 * reads it gets JSON.
 */
export function logSettings(
  { LOG_LEVEL, LOG_FORMAT }: Pick<Environment, 'LOG_LEVEL' | 'LOG_FORMAT'>,
  output: NodeJS.WriteStream,
): LogSettings {
  return {
    level: LOG_LEVEL ?? (output.isTTY ? 'warn' : 'info'),
    format: LOG_FORMAT ?? (output.isTTY ? 'pretty' : 'json'),
    write: (line) => void output.write(line),
  };
}
