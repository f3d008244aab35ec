import { useEffect, useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type MovingStep } from '../api/shapes.js';
import { notifyDone } from '../furniture/notify.js';
import { words } from '../i18n/words.js';
import { runMoving, type Moving } from './send-moving.js';

/**
 * Moves in, and says how far it is. `stop` ends it as if it had not begun, and so does leaving the page: the server stores all rows
 * or none.
 */
export function useMoveIn(onMoved: () => void) {
  const queries = useQueryClient();
  const [far, setFar] = useState<MovingStep | null>(null);
  const ending = useRef(new AbortController());
  const run = useMutation({
    mutationFn: (moving: Moving) => {
      const { signal } = ending.current;
      return runMoving(moving, { hear: setFar, signal });
    },
    onMutate: () => {
      ending.current = new AbortController();
      setFar(null);
    },
    onSuccess: async (report) => {
      onMoved();
      await queries.invalidateQueries();
      notifyDone(words.movingIn.done(report.new));
    },
  });
  useEffect(() => () => ending.current.abort(), []);
  const stop = () => {
    ending.current.abort();
    run.reset();
  };
  return { ...run, far, stop };
}
