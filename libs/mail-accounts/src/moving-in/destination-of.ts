import { movingNote, type MovingNote } from '@mailroom/kernel';
import { type KnownDestinations } from '../dispatch/dispatch.js';

/** Where mail can go here, and which of these an admin chose for queues of theirs, by their name or number. */
export interface MovingDestinations {
  readonly known: KnownDestinations;
  readonly queues: Readonly<Record<string, string>>;
}

/**
 * What an admin chose for `queue`, else the destination of that name; null with a note that says why nobody knows. A number
 * is no name: whatever carries it here is another queue than theirs. Where the host does not tell what it has, every name
 * goes.
 */
export function destinationOf(
  queue: string,
  { known, queues }: MovingDestinations,
): { readonly destination: string | null; readonly notes: readonly MovingNote[] } {
  const chosen = Object.hasOwn(queues, queue) ? queues[queue] : undefined;
  if (chosen === undefined && /^\d+$/.test(queue))
    return lost(movingNote('destination-by-number', { queue }));
  const name = chosen ?? queue;
  const destination = known === null ? name : idOf(name, known);
  return destination === null
    ? lost(movingNote('destination-missing', { queue, destination: name }))
    : { destination, notes: [] };
}

function idOf(name: string, known: ReadonlyMap<string, string>): string | null {
  if (known.has(name)) return name;
  const folded = name.toLowerCase();
  for (const [id, label] of known)
    if (id.toLowerCase() === folded || label.toLowerCase() === folded) return id;
  return null;
}

function lost(note: MovingNote) {
  return { destination: null, notes: [note] };
}
