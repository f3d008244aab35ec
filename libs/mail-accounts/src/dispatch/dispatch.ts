/** Who chose a mail's destination: the account's setting, the address it was sent to, a rule, or a trusted header. */
export type DispatchedBy = 'account' | 'recipient' | 'rule' | 'header';

/** Where mail can go, label by id; null where the host does not tell, and then every name goes. */
export type KnownDestinations = ReadonlyMap<string, string> | null;

/** Where somebody would have a mail go. */
export interface Wish {
  readonly by: DispatchedBy;
  /** An id; a header may also name a label. */
  readonly destination: string;
}

/** Where a mail goes. */
export interface Dispatch {
  /** Null for the host's default. */
  readonly destination: string | null;
  readonly dispatchedBy: DispatchedBy;
  /** What was wished first and is no destination of the host's; null when nothing was amiss. */
  readonly unknownDestination: string | null;
}

/** Decides between `wishes`, most important first. A destination that the host does not have is passed over, never lost. */
export function dispatch(wishes: readonly Wish[], known: KnownDestinations): Dispatch {
  let unknownDestination: string | null = null;
  for (const wish of wishes) {
    const destination = idOf(wish, known);
    if (destination !== null) return { destination, dispatchedBy: wish.by, unknownDestination };
    unknownDestination ??= wish.destination;
  }
  return { destination: null, dispatchedBy: 'account', unknownDestination };
}

/** The route for the first recipient that has one of its own, else for the first whose whole domain has one. */
export function routeFor(
  recipients: readonly string[],
  routes: ReadonlyMap<string, string>,
): { readonly recipient: string; readonly destination: string } | null {
  const candidates = [...recipients, ...recipients.map(wholeDomain)];
  for (const [index, key] of candidates.entries()) {
    const destination = routes.get(key);
    if (destination !== undefined)
      return { recipient: recipients[index % recipients.length] ?? key, destination };
  }
  return null;
}

function wholeDomain(address: string): string {
  return `*${address.slice(address.lastIndexOf('@'))}`;
}

function idOf({ by, destination }: Wish, known: KnownDestinations): string | null {
  if (known === null || known.has(destination)) return destination;
  if (by !== 'header') return null;
  const wanted = destination.toLowerCase();
  for (const [id, label] of known) if (label.toLowerCase() === wanted) return id;
  return null;
}
