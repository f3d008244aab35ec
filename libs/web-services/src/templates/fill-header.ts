import { filled, type Payload, refused, textAt } from './payload.js';
import { ACCESS_TOKEN, readTemplate } from './template.js';

/** What may stand in the value of a header: visible ASCII, spaces and tabs (RFC 9110 section 5.5). */
export const HEADER_TEXT = /^[\t\x20-\x7e]*$/;

/**
 * Fills the template of a header. A value with a line break, a NUL or anything else outside ASCII is refused, so that
 * no payload begins a header of its own. Problems `template-value-missing`, `template-value-refused`.
 */
export function fillHeader(template: string, payload: Payload, accessToken: string): string {
  return filled(readTemplate(template) ?? [], (name) => {
    if (name === ACCESS_TOKEN) return accessToken;
    const value = textAt(payload, name, 'header');
    if (!HEADER_TEXT.test(value)) throw refused(name, 'header');
    return value;
  });
}
