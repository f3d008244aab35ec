import { contentDisposition } from './content-disposition.js';

/**
 * Headers of an attachment as a download, whatever it claims to be: it is stored, not shown, under the name that a
 * stranger gave it (RFC 6266), and no browser guesses at it.
 */
export function downloadHeaders(filename: string): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': contentDisposition(filename),
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}
