import { type PeerCertificate } from 'node:tls';
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

/** Is this certificate believed? `changed`: another one than the pinned; `invalid`: it has the fault that it shows. */
export function certificateVerdict(
  trust: TlsTrust,
  { fault, sha256 }: Pick<ShownCertificate, 'fault' | 'sha256'>,
): 'believed' | 'changed' | 'invalid' {
  if (trust.kind === 'any') return 'believed';
  if (trust.kind === 'fingerprint') return sha256 === trust.sha256 ? 'believed' : 'changed';
  return fault === null ? 'believed' : 'invalid';
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  return [name?.CN, name?.O].flat().filter(Boolean).join(', ');
}

function line(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300);
}
