/** What differs from start to start. Without `publicUrl` a host is as it was before Mailroom. */
export interface Settings {
  readonly databaseUrl: string;
  readonly publicUrl?: string;
  readonly port: number;
  /** The path of Mailroom's pages. */
  readonly mount: string;
  readonly work?: boolean;
}

export function settingsOf(environment: NodeJS.ProcessEnv): Settings {
  const { DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl, PORT: port = '3000' } = environment;
  const { MOUNT: mount = '/mailroom' } = environment;
  if (databaseUrl === undefined) throw new Error('set DATABASE_URL');
  return { databaseUrl, mount, port: Number(port), ...(publicUrl === undefined ? {} : { publicUrl }) };
}
