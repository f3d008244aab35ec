import { Problem, type Egress } from '@mailroom/kernel';
import { clockFinding } from './clock-finding.js';
import { fault, fine, type Finding } from './finding.js';

/** Somewhere that has to answer, and why. */
export interface Outside {
  readonly url: string;
  readonly needed: string;
}

/** Reaches for a host as Mailroom itself does: name, address, certificate, answer, and the clock it shows. */
export async function lookOutside(
  egress: Egress,
  { url, needed }: Outside,
  now: () => Date,
): Promise<Finding[]> {
  const { host } = new URL(url);
  const check = `host ${host}`;
  try {
    const answer = await egress.fetch(url, { method: 'GET', timeoutMs: 10_000 });
    const date = Date.parse(answer.headers.get('date') ?? '');
    const found = fine(check, `${host} answers (${needed}).`);
    // A Date header counts whole seconds.
    return Number.isNaN(date) ? [found] : [found, clockFinding(host, wholeSeconds(now().getTime() - date))];
  } catch (error) {
    return [fault(check, `${host} does not answer (${needed}): ${reasonOf(error)}.`, cureOf(error))];
  }
}

function wholeSeconds(aheadMs: number): number {
  return Math.abs(aheadMs) <= 1_500 ? 0 : aheadMs;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Problem ? error.code.replaceAll('-', ' ') : 'unexpected';
  const cause = causeOf(error);
  return cause === '' ? code : `${code}, ${cause}`;
}

function cureOf(error: unknown): string {
  const cause = causeOf(error);
  if (/CERT|SELF_SIGNED|ISSUER|ALTNAME/.test(cause)) {
    return 'Its certificate is not trusted here: install the CA (NODE_EXTRA_CA_CERTS), or look who answers in its place.';
  }
  switch (error instanceof Problem ? error.code : '') {
    case 'host-unknown':
      return 'The name does not resolve: check it, and the name server of this machine.';
    case 'address-not-allowed':
      return 'It resolves to a private address: add its network to privateNetworks if it is yours.';
    case 'endpoint-needs-https':
      return 'Secrets go there: change the endpoint to https.';
    default:
      return 'Look at firewalls and proxies between this machine and the host.';
  }
}

function causeOf(error: unknown): string {
  const code = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : '';
}
