import createClient from 'openapi-fetch';
import { mount } from '../mount.js';
import { ApiProblem, problemOf } from './problem.js';
import { type paths } from './schema.gen.js';

// A check walks through name, connection, TLS and sign-in of a mail host; the server ends it well before this.
const DEADLINE_MS = 90_000;

/** The admin API, typed by its OpenAPI document. Wrap calls in `answer`. */
export const api = createClient<paths>({
  baseUrl: mount.href.replace(/\/$/, ''),
  fetch: (request) =>
    fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(DEADLINE_MS)]) }),
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
