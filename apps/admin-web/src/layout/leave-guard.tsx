import { lazy, Suspense, useEffect } from 'react';
import { type Location, useBlocker } from 'react-router';
import { holdsUnsaved, useHoldsUnsaved } from '../furniture/unsaved.js';

const LeaveQuestion = lazy(async () => ({ default: (await import('./leave-question.js')).LeaveQuestion }));

/** What in an address, besides the path, shows another form or none. */
const PLACES = ['tab', 'step', 'template', 'token', 'client'];

/** Asks before a page is left that holds what nobody has saved: by a link, the back button, a reload, or closing the tab. */
export function LeaveGuard() {
  const holds = useHoldsUnsaved();
  useEffect(() => {
    if (!holds) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [holds]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => holdsUnsaved() && leads(currentLocation, nextLocation),
  );
  if (blocker.state !== 'blocked') return null;
  return (
    <Suspense>
      <LeaveQuestion onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />
    </Suspense>
  );
}

/** Does the way lead to another place, where the form would not be any more? */
function leads(from: Location, to: Location): boolean {
  const [before, after] = [new URLSearchParams(from.search), new URLSearchParams(to.search)];
  return from.pathname !== to.pathname || PLACES.some((name) => before.get(name) !== after.get(name));
}
