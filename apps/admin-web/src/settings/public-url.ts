/** What follows from a public URL as it is typed. */
export interface PublicUrlOutlook {
  /** The redirect URI that it leads to; null while it is no usable URL. */
  readonly redirectUri: string | null;
  /** Plain http anywhere but on localhost. */
  readonly needsHttps: boolean;
}

/** Where the providers would send browsers back to under `typed`, judging by where they do under `present`. */
export function outlookOf(
  typed: string,
  present: { publicUrl: string; redirectUri: string },
): PublicUrlOutlook {
  if (!URL.canParse(typed.trim())) return { redirectUri: null, needsHttps: false };
  const url = new URL(typed.trim());
  const needsHttps = url.protocol === 'http:' && url.hostname !== 'localhost';
  if (needsHttps || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    return { redirectUri: null, needsHttps };
  const below = present.redirectUri.slice(withoutSlash(present.publicUrl).length);
  return { redirectUri: withoutSlash(url.href) + below, needsHttps };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
