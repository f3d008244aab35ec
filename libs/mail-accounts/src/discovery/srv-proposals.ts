import { normalDomain } from '@mailroom/kernel';
import { type Place, type Proposal } from './proposal.js';

/** What is asked for (RFC 6186, RFC 8314), and how the service that it names is spoken to. */
export const SERVICES = {
  _imaps: 'tls',
  _imap: 'starttls',
  _pop3s: 'tls',
  _pop3: 'starttls',
  _submissions: 'tls',
  _submission: 'starttls',
} as const satisfies Readonly<Record<string, Place['security']>>;
export type Service = keyof typeof SERVICES;

/** A record as DNS answers it. */
export interface SrvAnswer {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

/** What a domain says of itself in SRV records. A target of "." means: not here (RFC 2782). */
export function srvProposals(
  answers: Readonly<Partial<Record<Service, readonly SrvAnswer[]>>>,
  login: string,
): readonly Proposal[] {
  const at = (service: Service): Place | null => placeOf(answers[service] ?? [], SERVICES[service]);
  const smtp = at('_submissions') ?? at('_submission');
  const proposal = (kind: Proposal['kind'], place: Place | null): Proposal[] =>
    place
      ? [
          {
            ...place,
            kind,
            login,
            auth: ['password'],
            appPassword: false,
            template: null,
            smtp,
            source: 'srv',
          },
        ]
      : [];
  return [
    ...proposal('imap', at('_imaps')),
    ...proposal('imap', at('_imap')),
    ...proposal('pop3', at('_pop3s')),
    ...proposal('pop3', at('_pop3')),
  ];
}

function placeOf(answers: readonly SrvAnswer[], security: Place['security']): Place | null {
  const [best] = answers
    .toSorted((one, other) => one.priority - other.priority || other.weight - one.weight)
    .flatMap(({ name, port }) => {
      // A label of DNS may hold any byte; what is no host name is nobody's server.
      const host = normalDomain(name.replace(/\.$/, ''));
      return host !== null && port > 0 ? [{ host, port, security }] : [];
    });
  return best ?? null;
}
