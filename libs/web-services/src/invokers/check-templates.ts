import { keysIn, readBodyTemplate, textsIn } from '../templates/fill-body.js';
import { ACCESS_TOKEN, namesIn, readTemplate } from '../templates/template.js';
import { webServicesProblem } from '../web-services-problems.js';
import { type Invoker } from './invoker.js';

/** The parts of an invoker that hold templates, and what decides which are allowed. */
export type Templates = Pick<Invoker, 'method' | 'path' | 'headers' | 'body' | 'authentication'>;

// RFC 3986 section 3.3 and 3.4, and the braces of placeholders.
const PATH_TEXT = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/?{}]*$/;
const DOT_SEGMENT = /^(\.|%2e){1,2}$/i;

/** What HTTP itself or the egress guard writes (RFC 9110 section 7.6, RFC 9112). */
const RESERVED = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Templates that cannot do harm and can be filled: braces belong to placeholders, paths stay below the base URL, the body
 * is JSON, and the access token stands in headers only, exactly where it is meant to. Problems `template-malformed`,
 * `path-template-invalid`, `body-template-not-json`, `body-not-with-get`, `header-reserved`, `header-twice`,
 * `access-token-not-placed`, `access-token-misplaced`.
 */
export function checkTemplates(invoker: Templates): void {
  checkPath(invoker.path);
  checkHeaders(invoker);
  if (invoker.body !== null) checkBody(invoker.body, invoker.method);
}

function checkPath(path: string): void {
  checkReadable(path, 'path');
  const [before = ''] = path.split('?');
  if (!PATH_TEXT.test(path) || before.split('/').some((segment) => DOT_SEGMENT.test(segment)))
    throw webServicesProblem('path-template-invalid', { field: 'path' });
  refuseToken(path, 'path');
}

function checkHeaders({ headers, authentication }: Templates): void {
  const seen = new Set<string>();
  headers.forEach(({ name, value }, index) => {
    const key = name.toLowerCase();
    const field = `headers.${index}.name`;
    if (RESERVED.has(key) || (authentication === 'bearer' && key === 'authorization'))
      throw webServicesProblem('header-reserved', { field, params: { name } });
    if (seen.has(key)) throw webServicesProblem('header-twice', { field, params: { name } });
    seen.add(key);
    if (value === null) return;
    checkReadable(value, `headers.${index}.value`);
    if (authentication !== 'headers') refuseToken(value, `headers.${index}.value`);
  });
  const placed = headers.some(({ value }) => namesIn(value ?? '').includes(ACCESS_TOKEN));
  if (authentication === 'headers' && !placed)
    throw webServicesProblem('access-token-not-placed', {
      field: 'headers',
      params: { placeholder: `{${ACCESS_TOKEN}}` },
    });
}

function checkBody(body: string, method: Invoker['method']): void {
  if (method === 'GET') throw webServicesProblem('body-not-with-get', { field: 'body' });
  const template = readBodyTemplate(body);
  if (template === undefined) throw webServicesProblem('body-template-not-json', { field: 'body' });
  for (const text of textsIn(template)) {
    checkReadable(text, 'body');
    refuseToken(text, 'body');
  }
  const key = keysIn(template).find((name) => namesIn(name).length > 0);
  if (key !== undefined)
    throw webServicesProblem('template-malformed', { field: 'body', params: { part: key } });
}

function checkReadable(template: string, field: string): void {
  if (readTemplate(template) === null)
    throw webServicesProblem('template-malformed', { field, params: { part: template.slice(0, 80) } });
}

function refuseToken(template: string, field: string): void {
  if (namesIn(template).includes(ACCESS_TOKEN)) throw webServicesProblem('access-token-misplaced', { field });
}
