import { useEffect, useSyncExternalStore } from 'react';

let forms: ReadonlySet<symbol> = new Set();
const listeners = new Set<() => void>();

/** Says of a form whether it holds what nobody has saved, as long as it is on the page. */
export function useUnsaved(form: { isDirty(): boolean }): void {
  const isDirty = form.isDirty();
  useEffect(() => {
    if (!isDirty) return;
    const mark = Symbol('unsaved form');
    change(new Set([...forms, mark]));
    return () => change(new Set([...forms].filter((other) => other !== mark)));
  }, [isDirty]);
}

/** What was typed is saved, or about something that is gone: the page may be left at once. */
export function nothingUnsaved(): void {
  change(new Set());
}

/** Does the page hold what nobody has saved, at this moment? */
export function holdsUnsaved(): boolean {
  return forms.size > 0;
}

/** The same, for drawing. */
export function useHoldsUnsaved(): boolean {
  return useSyncExternalStore(listen, holdsUnsaved);
}

function change(now: ReadonlySet<symbol>): void {
  forms = now;
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
