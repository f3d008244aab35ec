import createClient from 'openapi-fetch';
import { mount } from '../mount.js';
import { LINES } from './live-lines.js';
import { ApiProblem, problemOf } from './problem.js';
import { type paths } from './schema.gen.js';

const DEADLINE_MS = 90_000;

// What tells its steps may take long, and has a button that stops it.
function patience(request: Request): AbortSignal {
  if (request.headers.get('accept') === LINES) return request.signal;
  return AbortSignal.any([request.signal, AbortSignal.timeout(DEADLINE_MS)]);
}

/** The admin API, typed by its OpenAPI document. Wrap calls in `answer`. */
export const api = createClient<paths>({
  baseUrl: mount.href.replace(/\/$/, ''),
  fetch: (request) => fetch(request, { signal: patience(request) }),
});

/** The body of an answer. Throws ApiProblem for every refusal, also when no answer came (`server-silent`). */
export async function answer<Body>(
  call: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<Body> {
  const { data, error, response } = await call.catch(() => {
    throw new ApiProblem({ code: 'server-silent' }, 0);
  });
  if (!response.ok) throw problemOf(error, response.status);
  return data as Body;
}
