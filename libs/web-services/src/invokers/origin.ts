import { createHash } from 'node:crypto';

/** Where an invoker's requests go: the part that its secrets and its token were chosen for. */
export interface Origin {
  readonly baseUrl: string;
  readonly caCertificate: string | null;
}

/** Scheme, host, port and whom TLS believes, in one word. */
export function originOf({ baseUrl, caCertificate }: Origin): string {
  const trust =
    caCertificate === null ? 'public' : createHash('sha256').update(caCertificate).digest('base64url');
  return `${new URL(baseUrl).origin}:${trust}`;
}

/** What the envelope of an invoker's secret headers is bound to. */
export function headersPlace(invoker: Origin & { readonly id: string }): string {
  return `web_service_invoker:${invoker.id}:headers:${originOf(invoker)}`;
}
