import { useEffect, useRef } from 'react';

/** An act on many mails, as the summary of their list tells of it. */
interface Run {
  readonly id: string;
  readonly done: number;
  readonly endedAt: string | null;
}

/**
 * Calls `renew` when a run is over, whoever asked for it and however quick it was, and when it is counted anew afterwards: the
 * lists are others then. A run that was over before the page looked for the first time has changed nothing since.
 * `run` is undefined until it is known.
 */
export function useRunOver(run: Run | null | undefined, renew: () => unknown): void {
  const seen = useRef<string | null>(undefined);
  const came = run && cameTo(run);
  useEffect(() => {
    const before = seen.current;
    seen.current = came;
    if (before !== undefined && came) void renew();
  }, [came]);
}

// Nothing as yet while it goes on.
function cameTo({ id, done, endedAt }: Run): string | null {
  return endedAt === null ? null : `${id} ${done}`;
}
