import { type ReactNode, useEffect, useState } from 'react';
import { Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { asProblem } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { useMissing } from './missing-parts.js';
import { ProblemNote } from './problem-note.js';

/** What is shown of a query, be it of one answer or of pages. */
interface Query<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isError: boolean;
  /** The page after those in view failed: `ShowMore` says so, where somebody asked for it. */
  readonly isFetchNextPageError?: boolean;
}

/** Shows what a query brought: bones while it loads, the problem when it failed, else its children. */
export function Loaded<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  const { data, isFetchNextPageError = false } = query;
  const error = query.isError && !isFetchNextPageError ? query.error : null;
  const retry = useMissing({ error }, true);
  // Old data stays in view while a poll fails; the problem stands above it.
  if (data !== undefined)
    return (
      <>
        {error !== null && <ProblemNote problem={asProblem(error)} tone="yellow" onRetry={retry} />}
        {children(data)}
      </>
    );
  if (error !== null) return <ProblemNote problem={asProblem(error)} onRetry={retry} />;
  return <Bones />;
}

const PATIENCE_MS = 6_000;

/** Stands where something is being loaded; says so in words when it takes long. */
export function Bones() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack gap="sm" role="status">
      {late ? <Text size="sm">{words.loadingLong}</Text> : <VisuallyHidden>{words.loading}</VisuallyHidden>}
      <Skeleton h={56} />
      <Skeleton h={56} />
      <Skeleton h={56} w="70%" />
    </Stack>
  );
}
