declare const picked: unique symbol;

/** Where a mail server is, as problems name it: these fields and no others, since they go from there to people. */
export interface ServerPlace {
  readonly host: string;
  readonly port: number;
  readonly folder?: string;
  /** Only `serverPlace` makes one, so that no row with more in it passes for a place. */
  readonly [picked]: true;
}

/** Picks the place, and nothing else, from whatever else may be there. */
export function serverPlace({ host, port }: { readonly host: string; readonly port: number }): ServerPlace {
  return { host, port } as ServerPlace;
}
