import { kernelProblem } from '../problems/kernel-problems.js';
import { type GuardedRequest } from './guarded-request.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const BODY_TYPES = /^(application\/(json|yaml|x-yaml)|text\/csv|message\/rfc822|multipart\/mixed)\b/i;

/**
 * A mutation has to come from a page of the public URL's origin and speak JSON, YAML or CSV, or be a mail (alone, or in
 * multipart/mixed with what else it takes to try it): a form on a foreign page can send none of them (Fetch standard, CORS-safelisted request headers).
 * Throws problem `foreign-origin` or `json-required`.
 */
export function checkMutation(request: GuardedRequest, publicOrigin: string): void {
  if (READS.has(request.method.toUpperCase())) return;
  if (one(request.headers['origin']) !== publicOrigin) {
    throw kernelProblem('foreign-origin', { params: { expected: publicOrigin } });
  }
  if (hasBody(request) && !BODY_TYPES.test(one(request.headers['content-type']) ?? '')) {
    throw kernelProblem('json-required');
  }
}

function hasBody({ headers }: GuardedRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(one(headers['content-length']) ?? 0) > 0;
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
