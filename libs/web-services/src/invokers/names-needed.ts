import { readBodyTemplate, textsIn } from '../templates/fill-body.js';
import { ACCESS_TOKEN, namesIn } from '../templates/template.js';
import { type Invoker } from './invoker.js';

/** The names that an invoker's templates take from a payload, in the order they appear. */
export function namesNeeded({ path, headers, body }: Pick<Invoker, 'path' | 'headers' | 'body'>): string[] {
  const inBody = body === null ? [] : textsIn(readBodyTemplate(body) ?? null);
  const templates = [path, ...headers.map(({ value }) => value ?? ''), ...inBody];
  return [...new Set(templates.flatMap(namesIn))].filter((name) => name !== ACCESS_TOKEN);
}
