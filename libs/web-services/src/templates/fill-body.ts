import { filled, type Payload, textAt, valueAt } from './payload.js';
import { namesIn, readTemplate } from './template.js';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Far deeper than any request is, far shallower than the stack. */
const LEVELS = 100;

/** The template of a body as JSON; undefined when it is none, or nested more than 100 deep. */
export function readBodyTemplate(template: string): Json | undefined {
  try {
    const json = JSON.parse(template) as Json;
    return isShallow(json, LEVELS) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part: Json) => isShallow(part, levels - 1));
}

/** Every text in a template where a value can go; names of members are not among them. */
export function textsIn(template: Json): string[] {
  if (typeof template === 'string') return [template];
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(textsIn);
}

/** The names of members in a template, on all levels. */
export function keysIn(template: Json): string[] {
  if (typeof template !== 'object' || template === null) return [];
  const own = Array.isArray(template) ? [] : Object.keys(template);
  return [...own, ...Object.values(template).flatMap(keysIn)];
}

/**
 * Fills the template of a JSON body: `"{name}"` alone becomes the value itself, whatever JSON it is; among other text it
 * becomes text. Values are put into the tree and not into its spelling, so none can end a text or add a member.
 * Problems `template-value-missing`, `template-value-refused`.
 */
export function fillBody(template: Json, payload: Payload): unknown {
  if (typeof template === 'string') return fillText(template, payload);
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) return template.map((part: Json) => fillBody(part, payload));
  return Object.fromEntries(Object.entries(template).map(([key, part]) => [key, fillBody(part, payload)]));
}

function fillText(template: string, payload: Payload): unknown {
  const [name, ...more] = namesIn(template);
  if (name !== undefined && more.length === 0 && template === `{${name}}`) return valueAt(payload, name);
  return filled(readTemplate(template) ?? [], (part) => textAt(payload, part, 'body'));
}
