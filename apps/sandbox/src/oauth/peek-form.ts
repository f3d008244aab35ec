import { type IncomingMessage } from 'node:http';
import { readBody } from '../pages/read-form.js';

/** Reads the form of a request, and puts it back for whoever reads the body next. */
export async function peekForm(req: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(req);
  Object.defineProperty(req, 'readable', { value: true });
  Object.defineProperty(req, 'iterator', {
    value: async function* again() {
      yield body;
    },
  });
  return new URLSearchParams(body.toString());
}
