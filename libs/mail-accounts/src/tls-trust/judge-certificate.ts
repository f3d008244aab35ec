import { certificateVerdict, type Problem, type ShownCertificate, type TlsTrust } from '@mailroom/kernel';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type ServerPlace } from '../mailbox/server-place.js';

/**
 * Is this certificate believed? Null when it is; else problem `mailbox-certificate-changed` for another one than the
 * pinned, `mailbox-certificate-invalid` (with its `fault`) for the rest. Both name what was shown, so that an admin can
 * compare it and trust it from then on.
 */
export function judgeCertificate(
  trust: TlsTrust,
  certificate: ShownCertificate,
  place: ServerPlace,
): Problem | null {
  const { fault, ...shown } = certificate;
  const params = { ...place, ...shown };
  switch (certificateVerdict(trust, certificate)) {
    case 'believed':
      return null;
    case 'changed':
      return mailAccountProblem('mailbox-certificate-changed', { disposition: 'ask-admin', params });
    case 'invalid':
      return mailAccountProblem('mailbox-certificate-invalid', {
        disposition: 'ask-admin',
        params: { ...params, fault },
      });
  }
}
