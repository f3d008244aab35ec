import { useSyncExternalStore } from 'react';
import { ApiProblem } from '../api/problem.js';

/** Why the API keeps us out: nobody is signed in, or somebody without the right. */
export type KeptOut = 'sign-in-required' | 'not-allowed';

let keptOut: KeptOut | null = null;
const listeners = new Set<() => void>();

/** Looks at what a call failed with: a closed door replaces every page, since none can show anything. */
export function noticeClosedDoor(error: unknown): void {
  if (!(error instanceof ApiProblem)) return;
  if (error.status === 401) closeDoor('sign-in-required');
  if (error.status === 403 && error.code === 'not-allowed') closeDoor('not-allowed');
}

/** Somebody has signed in again, elsewhere in this browser. */
export function openDoor(): void {
  closeDoor(null);
}

function closeDoor(reason: KeptOut | null): void {
  if (reason === keptOut) return;
  keptOut = reason;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The reason why we are kept out, or null. */
export function useKeptOut(): KeptOut | null {
  return useSyncExternalStore(subscribe, () => keptOut);
}
