import { type IncomingMessage } from 'node:http';
import { readBody } from '../pages/read-form.js';

/** Reads the form of a request, and puts it back for whoever reads the body next. */
export async function peekForm(req: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(req);
  putBack(req, body);
  return new URLSearchParams(body.toString());
}

/** Whoever reads the body of this request next finds this form there. */
export function putBackForm(req: IncomingMessage, form: URLSearchParams): void {
  putBack(req, Buffer.from(form.toString()));
}

function putBack(req: IncomingMessage, body: Buffer): void {
  // The server compares the length that was announced with what it reads.
  req.headers['content-length'] = String(body.length);
  Object.defineProperty(req, 'readable', { value: true, configurable: true });
  Object.defineProperty(req, 'iterator', {
    configurable: true,
    value: async function* again() {
      yield body;
    },
  });
}
