import { ApiProblem, type ProblemAnswer } from './problem.js';

/** How work goes on that is told step by step: who hears of its steps, and what ends it early. */
export interface Course<Step> {
  readonly hear: (step: Step) => void;
  readonly signal: AbortSignal;
}

interface Line<Step, Answer> {
  readonly step?: Step;
  readonly answer?: Answer;
  readonly problem?: ProblemAnswer;
}

/** One JSON value a line. */
export const LINES = 'application/x-ndjson';

/** What a request says that wants to hear of steps while they are made. */
export const live = { headers: { accept: LINES }, parseAs: 'stream' } as const;

/** Tells `hear` of each step and answers what came of them. Throws ApiProblem, `server-silent` where it broke off. */
export async function heardOut<Step, Answer>(
  body: ReadableStream<Uint8Array> | null,
  { hear }: Course<Step>,
): Promise<Answer> {
  for await (const { step, answer, problem } of linesOf<Step, Answer>(body)) {
    if (step !== undefined) hear(step);
    if (answer !== undefined) return answer;
    if (problem) throw new ApiProblem(problem, 200);
  }
  // It broke off in the middle.
  throw new ApiProblem({ code: 'server-silent' }, 0);
}

async function* linesOf<Step, Answer>(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<Line<Step, Answer>> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const read = await reader?.read().catch(() => undefined);
    if (!read || read.done) return;
    const lines = (rest + decoder.decode(read.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line<Step, Answer>;
  }
}
