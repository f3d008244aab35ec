/** What the host decided, checked once at start; every lib reads it from here. */
export class Settings {
  /** Where browsers reach the host's routes, global prefix included, without a trailing slash. */
  readonly publicUrl: URL;
  /** Path segment under `publicUrl` where Mailroom's routes live, e.g. `mailroom`. */
  readonly mountPath: string;
  /** False in a process that serves pages and API but fetches and sends nothing. */
  readonly work: boolean;
  /** Connections of the host's pool that Mailroom uses at most at a time. */
  readonly maxConnections: number;
  /** CIDR ranges outside the public internet that admins may enter hosts of. */
  readonly privateNetworks: readonly string[];

  constructor(values: {
    publicUrl: URL;
    mountPath: string;
    work: boolean;
    maxConnections: number;
    privateNetworks: readonly string[];
  }) {
    this.publicUrl = values.publicUrl;
    this.mountPath = values.mountPath;
    this.work = values.work;
    this.maxConnections = values.maxConnections;
    this.privateNetworks = values.privateNetworks;
  }

  /** Everything but http://localhost is production: development conveniences stop the start there. */
  get production(): boolean {
    return !(this.publicUrl.protocol === 'http:' && this.publicUrl.hostname === 'localhost');
  }

  /** An absolute URL below the mount, e.g. `at('oauth2/callback')`. */
  at(path: string): string {
    const base = this.publicUrl.href.replace(/\/+$/, '');
    return [base, this.mountPath, path].filter((part) => part !== '').join('/');
  }
}
