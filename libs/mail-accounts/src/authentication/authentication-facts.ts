/** What one method of RFC 8601 found. */
export interface MethodResult {
  /** `pass`, `fail`, `softfail`, `neutral`, `none`, `policy`, `temperror` or `permerror`, lower case. */
  readonly result: string;
  /** The domain that it is about: signer (DKIM), envelope sender (SPF), From (DMARC); null when not told. */
  readonly domain: string | null;
}

/** Who a mail comes from, as far as somebody who is believed has checked. Several signatures give several results. */
export interface AuthenticationFacts {
  /** The mail server that the account believes said so in Authentication-Results, or Mailroom checked itself. */
  readonly by: 'server' | 'mailroom';
  /** The server's name (authserv-id); null where Mailroom checked. */
  readonly server: string | null;
  readonly spf: readonly MethodResult[];
  readonly dkim: readonly MethodResult[];
  readonly dmarc: readonly MethodResult[];
  readonly arc: readonly MethodResult[];
}
