import { Problem } from '@mailroom/kernel';

/** Why something was not reached: the problem's code and the system's, in words for people. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Problem ? error.code.replaceAll('-', ' ') : 'no connection';
  const cause = causeOf(error);
  return cause === '' ? code : `${code}, ${cause}`;
}

/** What to do about it. */
export function cureOf(error: unknown): string {
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
