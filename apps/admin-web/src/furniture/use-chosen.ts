import { useState } from 'react';

/** Which entries of a list somebody has chosen, and how they are chosen. */
export interface Chosen {
  readonly ids: readonly string[];
  has(id: string): boolean;
  /** Chooses it, or not any more; with `range` everything between it and the one before it alike. */
  toggle(id: string, range: boolean): void;
  set(ids: readonly string[]): void;
}

/** Choices among the entries that are shown, in their order; what has left the list is chosen no more. */
export function useChosen(shown: readonly string[]): Chosen {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  return {
    ids: shown.filter((id) => chosen.has(id)),
    has: (id) => chosen.has(id),
    toggle: (id, range) => {
      const touched = range ? between(shown, last, id) : [id];
      const on = !chosen.has(id);
      setChosen((old) => changedBy(old, touched, on));
      setLast(id);
    },
    set: (ids) => setChosen(new Set(ids)),
  };
}

/** The entries from one to another, whichever comes first; only the second where the first is not there. */
export function between(shown: readonly string[], from: string | null, to: string): readonly string[] {
  const places = [shown.indexOf(from ?? ''), shown.indexOf(to)].toSorted((a, b) => a - b);
  const [first = -1, end = -1] = places;
  return first === -1 ? [to] : shown.slice(first, end + 1);
}

function changedBy(old: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  const changed = new Set(old);
  for (const id of ids) {
    if (on) changed.add(id);
    else changed.delete(id);
  }
  return changed;
}
