import { X509Certificate } from 'node:crypto';

const MOST = 10;
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/g;

/**
 * The certificates of a text, each written anew, so that nothing else that was pasted is kept. Null when there is none,
 * when one cannot be read, when there are more than ten, and when anything else (a private key!) stands in PEM beside them.
 */
export function pemOf(text: string): string | null {
  const blocks = [...text.matchAll(BLOCK)];
  if (blocks.length === 0 || blocks.length > MOST) return null;
  if (blocks.some(([, kind]) => kind !== 'CERTIFICATE')) return null;
  try {
    return blocks.map(([block]) => new X509Certificate(block).toString()).join('');
  } catch {
    return null;
  }
}
