import { useId } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answer } from '../api/api.js';
import { type components } from '../api/schema.gen.js';

const PAUSE_MS = 400;

/** One thing that the rules of the server say of a form. */
export type Finding = components['schemas']['Findings']['findings'][number];

/** A call of the API that judges a draft; it is given up when the signal says so. */
export type Ask<Draft> = (
  draft: Draft,
  signal: AbortSignal,
) => Promise<{ data?: components['schemas']['Findings']; error?: unknown; response: Response }>;

/**
 * What the rules of the server say of a draft once nobody has typed for a moment; undefined until then, and nothing while
 * there is nothing to judge. What comes of an older draft is dropped.
 */
export function useJudged<Draft>(
  draft: Draft,
  ask: Ask<Draft>,
  { when }: { readonly when: boolean },
): readonly Finding[] | undefined {
  const typed = JSON.stringify(draft);
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const own = useId();
  const current = typed === asked;
  const { data } = useQuery({
    // What was said of one form is not true of another one that reads the same, nor of this one on its next visit.
    queryKey: ['server-rules', own, asked],
    gcTime: 0,
    queryFn: ({ signal }) => answer(ask(JSON.parse(asked) as Draft, signal)),
    enabled: when && current,
    staleTime: Infinity,
    retry: false,
  });
  if (!when) return NOTHING;
  return current ? data?.findings : undefined;
}

const NOTHING: readonly Finding[] = [];
