import { type PeerCertificate } from 'node:tls';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Problem } from '@mailroom/kernel';
import { type TlsTrust } from './tls-trust.js';

/** What a handshake showed. */
export interface ShownCertificate {
  /** OpenSSL's or Node's word for what is wrong with it by the trusted authorities and the name; null when nothing is. */
  readonly fault: string | null;
  readonly subject: string;
  readonly issuer: string;
  readonly names: string;
  /** ISO 8601; empty when it cannot be read. */
  readonly endsAt: string;
  /** SHA-256 over its DER: `AB:CD:…`. */
  readonly sha256: string;
}

/** The certificate as Node hands it out, in words that are safe to show: bounded, on one line. */
export function shownCertificate(peer: PeerCertificate, fault: string | null): ShownCertificate {
  const end = new Date(peer.valid_to ?? '');
  return {
    fault,
    subject: line(nameOf(peer.subject)),
    issuer: line(nameOf(peer.issuer)),
    names: line((peer.subjectaltname ?? '').replaceAll(/(DNS|IP Address):/g, '')),
    endsAt: Number.isNaN(end.getTime()) ? '' : end.toISOString(),
    sha256: line(peer.fingerprint256 ?? ''),
  };
}

/** What a handshake agreed on. */
export interface TlsFacts {
  readonly version: string;
  readonly certificate: ShownCertificate;
}

/** The handshake as facts of a check. */
export function tlsStepFacts({ version, certificate }: TlsFacts): Record<string, string> {
  const { fault, ...shown } = certificate;
  return { version, ...shown, ...(fault === null ? {} : { fault }) };
}

/**
 * Is this certificate believed? Null when it is; else problem `mailbox-certificate-changed` for another one than the
 * pinned, `mailbox-certificate-invalid` (with its `fault`) for the rest. Both name what was shown, so that an admin can
 * compare it and trust it from then on.
 */
export function judgeCertificate(
  trust: TlsTrust,
  { fault, ...shown }: ShownCertificate,
  place: { readonly host: string; readonly port: number },
): Problem | null {
  if (trust.kind === 'any') return null;
  const detail = { disposition: 'ask-admin', params: { ...place, ...shown } } as const;
  if (trust.kind === 'fingerprint')
    return shown.sha256 === trust.sha256 ? null : mailAccountProblem('mailbox-certificate-changed', detail);
  if (fault === null) return null;
  return mailAccountProblem('mailbox-certificate-invalid', {
    ...detail,
    params: { ...detail.params, fault },
  });
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  return [name?.CN, name?.O].flat().filter(Boolean).join(', ');
}

function line(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300);
}
