import { envelopeOf } from './envelope.js';
import { field, parseParameters } from './header.js';
import { type MimePart } from './mime-tree.js';
import { quote } from './quote.js';

/** BODYSTRUCTURE, or BODY without the extension data when `extended` is false (RFC 9051 section 7.5.2). */
export function bodyStructureOf(part: MimePart, extended = true): string {
  if (part.type === 'multipart' && part.children.length > 0) return multipart(part, extended);
  const id = field(part.fields, 'content-id');
  const description = field(part.fields, 'content-description');
  const encoding = field(part.fields, 'content-transfer-encoding') ?? '7BIT';
  const basic = [
    quote(part.type),
    quote(part.subtype),
    pairs(part.parameters),
    quote(id),
    quote(description),
    quote(encoding),
    part.body.length,
  ];
  const md5 = quote(field(part.fields, 'content-md5'));
  return `(${[...basic, ...ofType(part, extended), ...(extended ? [md5, ...extension(part)] : [])].join(' ')})`;
}

function multipart(part: MimePart, extended: boolean): string {
  const inner = part.children.map((child) => bodyStructureOf(child, extended)).join('');
  const rest = extended ? [pairs(part.parameters), ...extension(part)] : [];
  return `(${[inner, quote(part.subtype), ...rest].join(' ')})`;
}

function ofType(part: MimePart, extended: boolean): (string | number)[] {
  const lines = part.body.toString('latin1').split('\n').length - 1;
  const [message] = part.children;
  if (message) return [envelopeOf(message.fields), bodyStructureOf(message, extended), lines];
  return part.type === 'text' ? [lines] : [];
}

function extension({ fields }: MimePart): string[] {
  const disposition = field(fields, 'content-disposition');
  const parsed = disposition === null ? null : parseParameters(disposition);
  const said = parsed ? `(${quote(parsed.value.toLowerCase())} ${pairs(parsed.parameters)})` : 'NIL';
  return [said, quote(field(fields, 'content-language')), quote(field(fields, 'content-location'))];
}

function pairs(parameters: readonly (readonly [string, string])[]): string {
  return parameters.length > 0 ? `(${parameters.flat().map(quote).join(' ')})` : 'NIL';
}
