import { type IncomingMessage } from 'node:http';
import { type KoaContextWithOIDC } from 'oidc-provider';
import { type Faults } from '../faults/faults.js';
import { type TokenAnswer } from '../faults/token-answer.js';
import { microsoftError } from './aadsts.js';
import { readClaims } from './assertion.js';
import { parameter } from './parameter.js';
import { peekForm } from './peek-form.js';
import { type Profile } from './profiles.js';
import { type TokenRequest, type TokenRequests } from './token-requests.js';

type Next = () => Promise<unknown>;

/**
 * Stands before the token endpoint of one provider: notes every request, lets faults answer, holds answers
 * back. Whoever stands behind finds the form in `ctx.state.form`.
 */
export function guardTokenEndpoint(profile: Profile, path: string, requests: TokenRequests, faults: Faults) {
  return async (ctx: KoaContextWithOIDC, next: Next): Promise<void> => {
    if (ctx.path === path && faults.clockSkewSeconds !== 0) ctx.set('date', faults.now().toUTCString());
    if (ctx.method !== 'POST' || ctx.path !== path) return void (await next());
    const request = requests.begin(profile);
    const form = await peekForm(ctx.req);
    ctx.state.form = form;
    const fault = faults.tokenAnswers.take(profile, form.get('grant_type'));
    if (fault && fault.answer !== 'work') return answerWith(fault, ctx, noted(request, form, ctx));
    await next();
    noted(request, form, ctx);
    await requests.released();
    request.status = ctx.status;
  };
}

/** Who asked for what, as far as the form, the header or the assertion says. */
function noted(request: TokenRequest, form: URLSearchParams, ctx: KoaContextWithOIDC): TokenRequest {
  const issuer = readClaims(form.get('assertion') ?? form.get('client_assertion') ?? '')?.iss;
  request.grantType = form.get('grant_type');
  request.clientId =
    form.get('client_id') ?? basicUser(ctx.get('authorization')) ?? (parameter(issuer) || null);
  return request;
}

async function answerWith(
  fault: Exclude<TokenAnswer, { answer: 'work' }>,
  ctx: KoaContextWithOIDC,
  request: TokenRequest,
): Promise<void> {
  if (fault.answer === 'hang') await silence(fault.seconds, ctx.req);
  if (fault.answer === 'hang' || fault.answer === 'reset') return drop(ctx, request);
  const { status, body, headers } = replyOf(fault);
  ctx.status = request.status = status;
  ctx.set(headers);
  ctx.body = body;
}

type Silent = 'hang' | 'reset' | 'work';
type Spoken = Exclude<TokenAnswer, { answer: Silent }>;

function replyOf(fault: Spoken): { status: number; body: unknown; headers: Record<string, string> } {
  switch (fault.answer) {
    case 'status':
      return { status: fault.status, body: { error: 'server_error' }, headers: retryAfter(fault) };
    case 'html':
      return {
        status: fault.status ?? 502,
        body: '<html><body><h1>Bad gateway</h1></body></html>',
        headers: { ...retryAfter(fault), 'content-type': 'text/html' },
      };
    case 'aadsts':
      return { ...microsoftError(fault.code, fault), headers: retryAfter(fault) };
    case 'error':
      return {
        status: fault.status ?? 400,
        body: { error: fault.error, ...(fault.description ? { error_description: fault.description } : {}) },
        headers: retryAfter(fault),
      };
    case 'tokens':
      return { status: 200, body: fault.body, headers: {} };
  }
}

function retryAfter({
  retryAfter: when,
}: {
  readonly retryAfter?: number | string | Date;
}): Record<string, string> {
  if (when === undefined) return {};
  return { 'retry-after': when instanceof Date ? when.toUTCString() : String(when) };
}

function drop(ctx: KoaContextWithOIDC, request: TokenRequest): void {
  request.status = 0;
  ctx.respond = false;
  ctx.req.socket.resetAndDestroy();
}

/** Waits, or less when the client has given up. */
function silence(seconds: number, req: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    req.socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function basicUser(header: string): string | null {
  const [scheme, credentials = ''] = header.split(' ');
  if (scheme?.toLowerCase() !== 'basic') return null;
  return decodeURIComponent(Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '');
}
