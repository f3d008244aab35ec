import { X509Certificate } from 'node:crypto';
import { webServicesProblem } from '../web-services-problems.js';

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The certificates in a PEM text (RFC 7468), one below the other and without what stands between them. Problem
 * `ca-certificate-invalid` when there is none, when one cannot be read, and when a private key was pasted along.
 */
export function readCaCertificate(pem: string): string {
  const blocks = pem.match(BLOCK) ?? [];
  if (blocks.length === 0 || pem.includes('PRIVATE KEY') || !blocks.every(readable))
    throw webServicesProblem('ca-certificate-invalid', { field: 'caCertificate' });
  return `${blocks.map((block) => block.replaceAll('\r', '')).join('\n')}\n`;
}

function readable(block: string): boolean {
  try {
    return new X509Certificate(block).subject !== undefined;
  } catch {
    return false;
  }
}
