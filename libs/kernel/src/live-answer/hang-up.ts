import { type EventEmitter } from 'node:events';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { kernelProblem } from '../problems/kernel-problems.js';

type Response = EventEmitter & { readonly writableFinished: boolean; readonly destroyed: boolean };

/**
 * An AbortSignal that aborts when whoever asks hangs up before the answer has gone out whole: the page stopped it, the tab was
 * closed, the network broke. Alike in Express and Fastify. Work that is only for them ends then; its reason is problem `caller-gone`.
 */
export const HangUp = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const response = context.switchToHttp().getResponse<Response | { readonly raw: Response }>();
  return hangUpOf('raw' in response ? response.raw : response);
});

/**
 * The same for a response of Node; one that is closed already has aborted. It closes in either case, and only an answer
 * that went out whole has finished.
 */
export function hangUpOf(response: Response): AbortSignal {
  const ending = new AbortController();
  const closed = (): void => {
    if (!response.writableFinished) ending.abort(kernelProblem('caller-gone'));
  };
  if (response.destroyed) closed();
  else response.once('close', closed);
  return ending.signal;
}
