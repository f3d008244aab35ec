import { useState } from 'react';
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

type Hear = (step: CheckStep) => void;

const live = { headers: { accept: 'application/x-ndjson' }, parseAs: 'stream' } as const;

/** Tests an outgoing server as it would be; `hear` is called when a step is over. Answers all of them. */
export async function tryServer(body: Schemas['ServerTrial'], hear: Hear): Promise<readonly CheckStep[]> {
  return stepsOf(await answer(api.POST('/api/servers/check', { body, ...live })), hear);
}

/** Tests a mail account as it would be. */
export async function tryAccount(body: Schemas['AccountTrial'], hear: Hear): Promise<readonly CheckStep[]> {
  return stepsOf(await answer(api.POST('/api/accounts/check', { body, ...live })), hear);
}

/** Tests a mail account as it is stored. */
export async function tryStoredAccount(id: string, hear: Hear): Promise<readonly CheckStep[]> {
  return stepsOf(
    await answer(api.POST('/api/accounts/{id}/check', { params: { path: { id } }, ...live })),
    hear,
  );
}

/** Tests an outgoing server as it is stored. */
export async function tryStoredServer(id: string, hear: Hear): Promise<readonly CheckStep[]> {
  return stepsOf(
    await answer(api.POST('/api/servers/{id}/check', { params: { path: { id } }, ...live })),
    hear,
  );
}

/** A test whose steps appear as they end: `steps` grows while it `isPending`. */
export function useLiveCheck<Input>(run: (input: Input, hear: Hear) => Promise<readonly CheckStep[]>) {
  const [steps, setSteps] = useState<readonly CheckStep[]>([]);
  const check = useMutation({
    mutationFn: (input: Input) => run(input, (step) => setSteps((before) => [...before, step])),
    onMutate: () => setSteps([]),
  });
  return { ...check, steps: check.data ?? steps };
}

async function stepsOf(body: ReadableStream<Uint8Array> | null, hear: Hear): Promise<readonly CheckStep[]> {
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
