import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { api, answer } from './api.js';
import { ApiProblem, type ProblemAnswer } from './problem.js';
import { type components } from './schema.gen.js';
import { type CheckStep } from './shapes.js';

type Schemas = components['schemas'];

interface Line {
  readonly step?: CheckStep;
  readonly answer?: { readonly steps: readonly CheckStep[] };
  readonly problem?: ProblemAnswer;
}

/** How a test goes on: who hears of its steps, and what ends it early. */
interface Course {
  readonly hear: (step: CheckStep) => void;
  readonly signal: AbortSignal;
}

const live = { headers: { accept: 'application/x-ndjson' }, parseAs: 'stream' } as const;

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
 * leaving the page: the server hears that nobody listens any more and hangs up as well.
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
  const stop = () => {
    ending.current.abort();
    check.reset();
  };
  return { ...check, stop, steps: check.data ?? steps };
}

async function stepsOf(
  body: ReadableStream<Uint8Array> | null,
  { hear }: Course,
): Promise<readonly CheckStep[]> {
  for await (const { step, answer: whole, problem } of linesOf(body)) {
    if (step) hear(step);
    if (whole) return whole.steps;
    if (problem) throw new ApiProblem(problem, 200);
  }
  // It broke off in the middle.
  throw new ApiProblem({ code: 'server-silent' }, 0);
}

async function* linesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Line> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const read = await reader?.read().catch(() => undefined);
    if (!read || read.done) return;
    const lines = (rest + decoder.decode(read.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}
