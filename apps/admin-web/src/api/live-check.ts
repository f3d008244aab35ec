import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { api, answer } from './api.js';
import { heardOut, live, type Course as LiveCourse } from './live-lines.js';
import { type components } from './schema.gen.js';
import { type CheckStep } from './shapes.js';

type Schemas = components['schemas'];

type Course = LiveCourse<CheckStep>;

/** Tests an outgoing server as it would be. Answers all steps. */
export async function tryServer(body: Schemas['ServerTrial'], course: Course): Promise<readonly CheckStep[]> {
  return stepsOf(
    await answer(api.POST('/api/servers/check', { body, ...live, signal: course.signal })),
    course,
  );
}

/** Tests a mail account as it would be. */
export async function tryAccount(
  body: Schemas['AccountTrial'],
  course: Course,
): Promise<readonly CheckStep[]> {
  return stepsOf(
    await answer(api.POST('/api/accounts/check', { body, ...live, signal: course.signal })),
    course,
  );
}

/** Tests a mail account as it is stored. */
export async function tryStoredAccount(id: string, course: Course): Promise<readonly CheckStep[]> {
  return stepsOf(
    await answer(
      api.POST('/api/accounts/{id}/check', { params: { path: { id } }, ...live, signal: course.signal }),
    ),
    course,
  );
}

/** Tests an outgoing server as it is stored. */
export async function tryStoredServer(id: string, course: Course): Promise<readonly CheckStep[]> {
  return stepsOf(
    await answer(
      api.POST('/api/servers/{id}/check', { params: { path: { id } }, ...live, signal: course.signal }),
    ),
    course,
  );
}

/**
 * A test whose steps appear as they end: `steps` grows while it `isPending`. `stop` ends it as if it had not begun, and so does
 * leaving the page: the server hears that nobody listens any more and hangs up as well. `starter` is for the button that
 * begins it: there the focus is when the one that stops it is gone.
 */
export function useLiveCheck<Input>(run: (input: Input, course: Course) => Promise<readonly CheckStep[]>) {
  const [steps, setSteps] = useState<readonly CheckStep[]>([]);
  const ending = useRef(new AbortController());
  const check = useMutation({
    mutationFn: (input: Input) => {
      const { signal } = ending.current;
      const hear = (step: CheckStep) => !signal.aborted && setSteps((before) => [...before, step]);
      return run(input, { hear, signal });
    },
    onMutate: () => {
      ending.current = new AbortController();
      setSteps([]);
    },
  });
  useEffect(() => () => ending.current.abort(), []);
  const starter = useFocusKept<HTMLButtonElement>(check.isPending);
  const stop = () => {
    ending.current.abort();
    check.reset();
  };
  return { ...check, stop, starter, steps: check.data ?? steps };
}

async function stepsOf(
  body: ReadableStream<Uint8Array> | null,
  course: Course,
): Promise<readonly CheckStep[]> {
  const { steps } = await heardOut<CheckStep, { readonly steps: readonly CheckStep[] }>(body, course);
  return steps;
}
