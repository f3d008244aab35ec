import { libmime } from '../../mime/libmime.js';
import { contentDisposition } from './content-disposition.js';

/**
 * Headers of an attachment as a download, whatever it claims to be: it is stored, not shown, under the name that a
 * stranger gave it (RFC 6266), and no browser guesses at it. One without a name, as forwarded mail and invitations often
 * are, is called by its type, since systems choose by the ending what opens a file.
 */
export function downloadHeaders(filename: string, contentType: string): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': contentDisposition(filename || calledByType(contentType)),
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}

function calledByType(contentType: string): string {
  const ending = libmime.detectExtension(contentType);
  return ending === 'bin' ? 'attachment' : `attachment.${ending}`;
}
