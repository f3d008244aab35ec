import { useEffect, useSyncExternalStore } from 'react';
import { type QueryKey, useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { asProblem, type ProblemAnswer } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { queryClient } from '../query-client.js';
import { ProblemNote } from './problem-note.js';

interface MissingPart {
  readonly problem: ProblemAnswer;
  /** It stands where the part would. */
  readonly isSaid: boolean;
}

let missing: readonly MissingPart[] = [];
const listeners = new Set<() => void>();

/**
 * Asks for something that a part of the page is made of and that has no place of its own for a failure: the page says it above
 * its content, once for each problem, however many parts it is about.
 */
export function usePart<Data, Key extends QueryKey>(
  options: UseQueryOptions<Data, Error, Data, Key>,
): UseQueryResult<Data> {
  const query = useQuery(options);
  useMissing(query, false);
  return query;
}

/**
 * Counts a query that failed among what is missing on this page; where `isSaid`, the problem stands in its place and is not said
 * again above. Answers what asks once more, for everything that failed alike.
 */
export function useMissing({ error }: { readonly error: unknown }, isSaid: boolean): () => void {
  useEffect(() => {
    if (!error) return;
    const part = { problem: asProblem(error), isSaid };
    change([...missing, part]);
    return () => change(missing.filter((other) => other !== part));
  }, [error, isSaid]);
  return () => retryAll(asProblem(error).code);
}

/** What parts of this page could not be loaded. */
export function MissingParts() {
  const parts = useSyncExternalStore(listen, () => missing);
  const said = new Set(parts.filter(({ isSaid }) => isSaid).map(({ problem }) => problem.code));
  const byCode = new Map(parts.map(({ problem }) => [problem.code, problem]));
  return [...byCode]
    .filter(([code]) => !said.has(code))
    .map(([code, problem]) => (
      <ProblemNote
        key={code}
        title={words.partMissing}
        problem={problem}
        tone="yellow"
        onRetry={() => retryAll(code)}
      />
    ));
}

// Also what stands behind the one that is said: a page shows one note for all it is made of.
function retryAll(code: string): void {
  void queryClient.refetchQueries({
    type: 'active',
    predicate: ({ state: { status, error } }) => status === 'error' && asProblem(error).code === code,
  });
}

function change(now: readonly MissingPart[]): void {
  missing = now;
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
