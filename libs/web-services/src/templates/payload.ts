import { webServicesProblem } from '../web-services-problems.js';
import { type TemplatePart } from './template.js';

/** What a caller hands over: plain JSON, by the names that the templates use. */
export type Payload = Readonly<Record<string, unknown>>;

/** Where a value is put: in a URL, in a header, or into the text of a JSON body. */
export type Place = 'path' | 'query' | 'header' | 'body';

/**
 * What the payload holds under a name, along the dots and own properties only, so that no name leads to what every
 * object inherits. Problem `template-value-missing` (`field` is `payload.<name>`).
 */
export function valueAt(payload: Payload, name: string): unknown {
  let value: unknown = payload;
  for (const key of name.split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? own(value, key) : undefined;
  }
  if (value === undefined) throw missing(name);
  return value;
}

/**
 * The same as text, for places that take nothing else. Problems `template-value-missing` (null counts as missing) and
 * `template-value-refused` for a list or an object.
 */
export function textAt(payload: Payload, name: string, place: Place): string {
  const value = valueAt(payload, name);
  if (value === null) throw missing(name);
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  throw refused(name, place);
}

/** The template with every name replaced by its text, as `write` spells it for its place. */
export function filled(parts: readonly TemplatePart[], write: (name: string) => string): string {
  return parts.map((part) => ('name' in part ? write(part.name) : part.text)).join('');
}

/** Problem `template-value-missing` of the value with this name. */
export function missing(name: string) {
  return webServicesProblem('template-value-missing', { field: `payload.${name}`, params: { name } });
}

/** Problem `template-value-refused` of the value with this name, which would change what is around it. */
export function refused(name: string, place: Place) {
  return webServicesProblem('template-value-refused', { field: `payload.${name}`, params: { name, place } });
}

function own(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}
