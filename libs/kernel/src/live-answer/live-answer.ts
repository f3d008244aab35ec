import { PassThrough } from 'node:stream';
import { createParamDecorator, StreamableFile, type ExecutionContext } from '@nestjs/common';
import { EventLog } from '../event-log/event-log.js';
import { Problem } from '../problems/problem.js';
import { problemSaid } from '../problems/problem-shape.js';

/** What a request says in `Accept` to hear of steps while they are made: one JSON value a line. */
export const LINES = 'application/x-ndjson';

const log = new EventLog();

/** Does this request want to be told step by step? */
export const WantsLines = createParamDecorator((_: unknown, context: ExecutionContext): boolean => {
  const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
  return headers['accept']?.includes(LINES) ?? false;
});

/**
 * The answer of `work`; for who wants lines, what it tells meanwhile comes first: `{"step": …}` each, and at last
 * `{"answer": …}` or `{"problem": …}`. What goes wrong before the first step is refused like any request.
 */
export async function liveAnswer<Step, Answer>(
  lines: boolean,
  work: (tell: (step: Step) => void) => Promise<Answer>,
): Promise<Answer | StreamableFile> {
  if (!lines) return work(() => undefined);
  // Who hangs up misses the rest; `HangUp` tells the work of it.
  const out = new PassThrough().on('error', () => undefined);
  const say = (line: object): void => void (out.writable && out.write(`${JSON.stringify(line)}\n`));
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const whole = work((step) => {
    say({ step });
    begin();
  });
  await Promise.race([begun, whole]);
  void finish(whole, say).finally(() => out.end());
  return new StreamableFile(out, { type: LINES });
}

async function finish(whole: Promise<unknown>, say: (line: object) => void): Promise<void> {
  try {
    say({ answer: await whole });
  } catch (error) {
    if (!(error instanceof Problem)) log.error('test-broken-off', 'A test broke off', {}, error);
    say({ problem: problemSaid(error) });
  }
}
