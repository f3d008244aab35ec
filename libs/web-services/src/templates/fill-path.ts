import { filled, missing, type Payload, refused, textAt } from './payload.js';
import { readTemplate, type TemplatePart } from './template.js';

const DOT_SEGMENT = /^(\.|%2e){1,2}$/i;

/**
 * Fills the template of a path with its query. Values are percent-encoded, so that each stays inside its segment or
 * parameter; one that would make its segment empty or a step up (RFC 3986 section 5.2.4: `.` and `..`, which URL
 * parsers resolve even when encoded) is refused. Problems `template-value-missing`, `template-value-refused`.
 */
export function fillPath(template: string, payload: Payload): string {
  const question = template.indexOf('?');
  const path = question < 0 ? template : template.slice(0, question);
  const segments = path.split('/').map((segment) => fillSegment(readTemplate(segment) ?? [], payload));
  if (question < 0) return segments.join('/');
  const query = filled(readTemplate(template.slice(question + 1)) ?? [], (name) =>
    encodeURIComponent(textAt(payload, name, 'query')),
  );
  return `${segments.join('/')}?${query}`;
}

function fillSegment(parts: readonly TemplatePart[], payload: Payload): string {
  const segment = filled(parts, (name) => encodeURIComponent(textAt(payload, name, 'path')));
  const name = parts.flatMap((part) => ('name' in part ? [part.name] : []))[0];
  if (name === undefined) return segment;
  if (segment === '') throw missing(name);
  if (DOT_SEGMENT.test(segment)) throw refused(name, 'path');
  return segment;
}
