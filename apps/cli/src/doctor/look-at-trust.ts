import { existsSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { fault, fine, type Finding, warning } from './finding.js';

/** Whom this process believes when it speaks TLS; `variables` is its environment. */
export function lookAtTrust(variables: NodeJS.ProcessEnv): Finding {
  const check = 'TLS trust';
  const { NODE_TLS_REJECT_UNAUTHORIZED: reject, NODE_EXTRA_CA_CERTS: extra } = variables;
  if (reject === '0') {
    return fault(
      check,
      'NODE_TLS_REJECT_UNAUTHORIZED=0: certificates of providers are not looked at, and anybody in between reads secrets.',
      'Take the variable away; install the CA that is missing with NODE_EXTRA_CA_CERTS.',
    );
  }
  if (extra !== undefined && !existsSync(extra)) {
    return warning(
      check,
      `NODE_EXTRA_CA_CERTS names ${extra}, which cannot be read.`,
      'Correct the path, or take the variable away.',
    );
  }
  return fine(check, `${getCACertificates('default').length} authorities are trusted.`);
}
