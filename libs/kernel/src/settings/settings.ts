import { type FixedSettings, type SettingKey, type SettingValue } from './known-settings.js';
import { isLocalhost } from './public-url.js';

/** What the host decided, and what was stored when this process started; checked once, and every lib reads it here. */
export class Settings {
  /**
   * Where browsers reach the host's routes, global prefix included, without a trailing slash. http://localhost in a
   * process without one, see `hasPublicUrl`.
   */
  readonly publicUrl: URL;
  /** False only in a `commandOnly` process, where none was set yet. */
  readonly hasPublicUrl: boolean;
  /**
   * True in a process that neither serves HTTP nor works: the command line. It gets along without a public URL, and
   * nothing is concluded from where it runs.
   */
  readonly commandOnly: boolean;
  /** Path segment under `publicUrl` where Mailroom's routes live, e.g. `mailroom`. */
  readonly mountPath: string;
  /** False in a process that serves pages and API but fetches and sends nothing. */
  readonly work: boolean;
  /** Connections of the host's pool that Mailroom uses at most at a time. */
  readonly maxConnections: number;
  /** CIDR ranges outside the public internet that admins may enter hosts of. */
  readonly privateNetworks: readonly string[];
  /** Settings that an option decides. */
  readonly fixed: FixedSettings;
  /** Stored settings as this process found them. */
  readonly atStart: Readonly<Partial<Record<SettingKey, SettingValue | null>>>;

  constructor(values: {
    publicUrl: URL | null;
    mountPath: string;
    work: boolean;
    maxConnections: number;
    privateNetworks: readonly string[];
    commandOnly?: boolean;
    fixed?: FixedSettings;
    atStart?: Settings['atStart'];
  }) {
    this.publicUrl = values.publicUrl ?? new URL('http://localhost');
    this.hasPublicUrl = values.publicUrl !== null;
    this.commandOnly = values.commandOnly ?? false;
    this.mountPath = values.mountPath;
    this.work = values.work;
    this.maxConnections = values.maxConnections;
    this.privateNetworks = values.privateNetworks;
    this.fixed = values.fixed ?? {};
    this.atStart = values.atStart ?? {};
  }

  /** Everything but http://localhost is production: development conveniences stop the start there. */
  get production(): boolean {
    return !isLocalhost(this.publicUrl);
  }

  /** An absolute URL below the mount, e.g. `at('oauth2/callback')`. */
  at(path: string): string {
    return [this.mountedAt(this.publicUrl), path].filter((part) => part !== '').join('/');
  }

  /** Where Mailroom would be mounted under this public URL. */
  mountedAt(publicUrl: URL): string {
    return [publicUrl.href.replace(/\/+$/, ''), this.mountPath].filter((part) => part !== '').join('/');
  }
}
