import createClient from 'openapi-fetch';
import { mount } from '../mount.js';
import { LINES } from './live-lines.js';
import { ApiProblem, problemOf } from './problem.js';
import { type paths } from './schema.gen.js';

const DEADLINE_MS = 90_000;
// What is only read is there at once or not at all.
const READ_DEADLINE_MS = 30_000;

// What tells its steps may take long, and has a button that stops it.
function patience(request: Request): AbortSignal {
  if (request.headers.get('accept') === LINES) return request.signal;
  return AbortSignal.any([request.signal, AbortSignal.timeout(deadlineOf(request))]);
}

/** The admin API, typed by its OpenAPI document. Wrap calls in `answer`. */
export const api = createClient<paths>({
  baseUrl: mount.href.replace(/\/$/, ''),
  fetch: (request) => fetch(request, { signal: patience(request) }),
});

function deadlineOf({ method }: Request): number {
  return method === 'GET' ? READ_DEADLINE_MS : DEADLINE_MS;
}

/**
 * The body of an answer. Throws ApiProblem for every refusal, also when no answer came (`server-silent`), when it took too
 * long (`server-slow`) and when it is nothing that the helpdesk would say (`answer-not-ours`).
 */
export async function answer<Body>(
  call: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<Body> {
  const { data, error, response } = await call.catch((failure: unknown) => {
    throw withoutAnswer(failure);
  });
  if (!response.ok) throw problemOf(error, response.status);
  const tag = response.headers.get('etag');
  if (tag !== null && typeof data === 'object' && data !== null) TAGS.set(data, tag);
  return data as Body;
}

const TAGS = new WeakMap<object, string>();

/** The header by which a change is refused (`changed-meanwhile`) unless the thing is still what `answer` answered here. */
export function ifMatch(answered: object): { 'If-Match'?: string } {
  // A proxy that compresses makes a weak tag of it, which matches nothing.
  const tag = TAGS.get(answered)?.replace(/^W\//, '');
  return tag === undefined ? {} : { 'If-Match': tag };
}

function withoutAnswer(failure: unknown): ApiProblem {
  // A sign-in page or the like where JSON was expected.
  if (failure instanceof SyntaxError)
    return new ApiProblem({ code: 'answer-not-ours', params: { status: OK } }, OK);
  const isLate = failure instanceof DOMException && failure.name === 'TimeoutError';
  return new ApiProblem({ code: isLate ? 'server-slow' : 'server-silent' }, 0);
}

const OK = 200;
