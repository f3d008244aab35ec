import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type IdentityProvider } from '../oauth/identity-provider.js';
import { sendPage } from '../pages/page.js';
import { readBody } from '../pages/read-form.js';
import { type Sandbox } from '../sandbox.js';
import { actions } from './actions.js';
import { controlPage } from './control-page.js';
import { stateOf } from './control-state.js';
import { BadInput, Input } from './input.js';

/** Answers every HTTP request of the sandbox: its own control pages, and the identity provider for everything else. */
export function createControl(sandbox: Sandbox, identity: IdentityProvider) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://sandbox.invalid');
    const answered =
      pathname === '/' || /^\/control(\/|$)/.test(pathname)
        ? control(sandbox, req, res, pathname, searchParams)
        : identity.handle(req, res);
    answered.catch((error: unknown) => {
      console.error('sandbox: a request failed', error);
      res.destroy();
    });
  };
}

async function control(
  sandbox: Sandbox,
  req: IncomingMessage,
  res: ServerResponse,
  pathname: string,
  query: URLSearchParams,
): Promise<void> {
  const name = pathname.slice('/control/'.length);
  if (req.method === 'POST') return act(sandbox, name, req, res);
  if (pathname === '/') return redirect(res, '/control');
  if (pathname === '/control') return sendPage(res, 200, controlPage(sandbox, query.get('notice')));
  if (name === 'state') return sendJson(res, 200, stateOf(sandbox));
  if (name === 'messages') return sendJson(res, 200, messages(sandbox, query));
  sendJson(res, 404, { error: 'There is no such page' });
}

async function act(sandbox: Sandbox, name: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (isForeign(req))
    return sendJson(res, 403, { error: 'Only the pages of the sandbox itself may do this' });
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action)
    return sendJson(res, 404, { error: `There is no action ${name}`, actions: Object.keys(actions) });
  const isForm = req.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  try {
    const answer = await action(sandbox, await inputOf(req, isForm));
    if (isForm)
      redirect(
        res,
        `/control?notice=${encodeURIComponent(`Done: ${name} ${answer ? JSON.stringify(answer) : ''}`)}`,
      );
    else sendJson(res, 200, answer ?? { done: name });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (isForm) redirect(res, `/control?notice=${encodeURIComponent(`Not done: ${message}`)}`);
    else sendJson(res, error instanceof BadInput ? 400 : 409, { error: message });
  }
}

async function inputOf(req: IncomingMessage, isForm: boolean): Promise<Input> {
  const body = (await readBody(req)).toString();
  if (isForm) return new Input(Object.fromEntries(new URLSearchParams(body)));
  try {
    return new Input(body === '' ? {} : (JSON.parse(body) as Record<string, unknown>));
  } catch (cause) {
    throw new BadInput('The body is not JSON', { cause });
  }
}

function messages(sandbox: Sandbox, query: URLSearchParams): unknown {
  const found = sandbox.messages(query.get('address') ?? '', query.get('folder') ?? 'INBOX');
  return found.map(({ raw, ...message }) => ({ ...message, raw: raw.toString('base64') }));
}

/** A page from elsewhere in the same browser must not press our buttons. */
function isForeign(req: IncomingMessage): boolean {
  const { origin, host } = req.headers;
  return origin !== undefined && URL.parse(origin)?.host !== host;
}

function redirect(res: ServerResponse, location: string): void {
  res.writeHead(303, { location }).end();
}

function sendJson(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
