/** Scheme, host and port of a URL: what a secret is bound to. */
export function originOf(url: string): string {
  return new URL(url).origin;
}
