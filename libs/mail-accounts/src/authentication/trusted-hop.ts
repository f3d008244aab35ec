import { type HeaderRecord } from '../parsing/header-record.js';
import { authenticationResults, type NamedResult } from './authentication-results.js';
import { type AuthenticationFacts, type MethodResult } from './authentication-facts.js';
import { withoutComments } from './without-comments.js';

/** Is this server the hop? A hop may be a name, or `*.domain` for every server below it. */
export function isHop(server: string | null, hop: string): boolean {
  if (server === null) return false;
  const name = server.toLowerCase().replace(/\.$/, '');
  return hop.startsWith('*.') ? name.endsWith(hop.slice(1)) : name === hop;
}

/** The server that took the mail last: `by` of the topmost Received (RFC 5321 section 4.4); null when not told. */
export function lastHop(headers: HeaderRecord): string | null {
  const [topmost] = headers['received'] ?? [];
  return topmost === undefined ? null : receivedBy(topmost);
}

/** Who wrote a Received header: its `by`; null when not told. */
export function receivedBy(received: string): string | null {
  const words = withoutComments(received.slice(0, 4_096))
    .split(/[\s;]+/)
    .filter((word) => word !== '');
  const [first = '', second = ''] = words;
  // What the sender called itself stands between: it must not be read as a clause of the header.
  const [clause = '', server] = first.toLowerCase() === 'from' ? words.slice(2) : [first, second];
  return clause.toLowerCase() === 'by' ? (server ?? null) : null;
}

/**
 * What the hop found, from the topmost Authentication-Results alone: those below may have come with the mail, whatever
 * name they bear. One without a name is the hop's when the topmost Received is. Null when there is none of the hop's.
 */
export function serverFacts(headers: HeaderRecord, hop: string | null): AuthenticationFacts | null {
  const [topmost] = headers['authentication-results'] ?? [];
  if (hop === null || topmost === undefined) return null;
  const { server, results } = authenticationResults(topmost);
  if (!isHop(server ?? lastHop(headers), hop)) return null;
  const of = (method: string): MethodResult[] =>
    results
      .filter((one) => one.method === method)
      .map((one) => ({ result: one.result, domain: domainOf(one) }));
  return { by: 'server', server, spf: of('spf'), dkim: of('dkim'), dmarc: of('dmarc'), arc: of('arc') };
}

const DOMAINS: Readonly<Record<string, readonly string[]>> = {
  spf: ['smtp.mailfrom', 'smtp.helo'],
  dkim: ['header.d', 'header.i'],
  dmarc: ['header.from'],
};

function domainOf({ method, properties }: NamedResult): string | null {
  for (const name of DOMAINS[method] ?? []) {
    const value = properties.get(name);
    if (value) return value.slice(value.lastIndexOf('@') + 1).toLowerCase();
  }
  return null;
}
