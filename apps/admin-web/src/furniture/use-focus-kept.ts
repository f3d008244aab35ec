import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the focus goes when long work ends and the button that had it is gone, or could not be pressed meanwhile: to what this ref
 * is on, so that nobody at a keyboard is sent to the top of the page (WCAG 2.4.3). Who has gone elsewhere meanwhile stays
 * there.
 */
export function useFocusKept<Goal extends HTMLElement>(working: boolean): RefObject<Goal | null> {
  const goal = useRef<Goal>(null);
  const worked = useRef(working);
  useEffect(() => {
    const isOver = worked.current && !working;
    worked.current = working;
    if (isOver && isLost()) goal.current?.focus();
  }, [working]);
  return goal;
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
