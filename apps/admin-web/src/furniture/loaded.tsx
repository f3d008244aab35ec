import { type ReactNode } from 'react';
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { type UseQueryResult } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { ProblemNote } from './problem-note.js';

/** Shows what a query brought: bones while it loads, the problem when it failed, else its children. */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  // Old data stays in view while a poll fails; the problem stands above it.
  if (query.data !== undefined)
    return (
      <>
        {query.isError && <ProblemNote problem={asProblem(query.error)} tone="yellow" />}
        {children(query.data)}
      </>
    );
  if (query.isError)
    return <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  return <Bones />;
}

/** Stands where something is being loaded. */
export function Bones() {
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      <Skeleton h={56} />
      <Skeleton h={56} />
      <Skeleton h={56} w="70%" />
    </Stack>
  );
}
