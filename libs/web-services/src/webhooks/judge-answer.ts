import { type Problem } from '@mailroom/kernel';
import { webServicesProblem } from '../web-services-problems.js';

/** What an answer means: taken, the receiver wants to hear nothing any more, or a failure. */
export type Verdict =
  | { readonly kind: 'taken' }
  | { readonly kind: 'gone'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

const GONE = 410;

/** Any 2xx has taken it. 410 ends the subscription (Standard Webhooks). A redirect is not followed: what was typed is what is called. */
export function judgeAnswer(status: number): Verdict {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  const params = { status };
  if (status === GONE) return { kind: 'gone', problem: webServicesProblem('webhook-gone', { params }) };
  const code = status >= 300 && status < 400 ? 'webhook-redirected' : 'webhook-refused';
  return { kind: 'failed', problem: webServicesProblem(code, { params, disposition: 'retry-later' }) };
}
