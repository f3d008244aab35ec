/** Why a public URL cannot be used. */
export type PublicUrlFault = 'no-url' | 'needs-https' | 'has-extras';

/**
 * What is wrong with a public URL, or null: it has to be https, except http://localhost (the loopback address is not
 * enough: browsers and providers make the exception for that one name), and nothing but origin and path.
 */
export function publicUrlFault(text: string): PublicUrlFault | null {
  if (!URL.canParse(text)) return 'no-url';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'no-url';
  if (url.username || url.password || url.search || url.hash) return 'has-extras';
  return url.protocol === 'https:' || isLocalhost(url) ? null : 'needs-https';
}

/** True for http://localhost, where development conveniences are welcome. */
export function isLocalhost(url: URL): boolean {
  return url.protocol === 'http:' && url.hostname === 'localhost';
}
