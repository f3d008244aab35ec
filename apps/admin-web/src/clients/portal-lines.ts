import { portalParts } from '../i18n/words.js';

/** What there is to do at a provider, as lines for each template of a client. */
export function portalLines(template: string): readonly string[] {
  const parts =
    portalParts[template === 'google' ? 'google-workspace' : template] ?? portalParts['custom'] ?? [];
  return parts.flatMap(({ does, literal = [] }) =>
    does.map((line) => (line.endsWith(':') ? `${line} ${literal.join(', ')}.` : line)),
  );
}
