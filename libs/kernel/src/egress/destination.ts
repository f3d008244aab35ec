/** A host name and the checked address to connect to; `servername` is for TLS. */
export interface Destination {
  readonly address: string;
  readonly family: 4 | 6;
  readonly servername: string;
}
