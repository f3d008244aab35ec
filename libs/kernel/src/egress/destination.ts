/** A host name and the checked address to connect to; `servername` is for TLS. */
export interface Destination {
  readonly address: string;
  readonly family: 4 | 6;
  readonly servername: string;
  /** Inside a network that the operator calls closed, loopback included: what goes there does not cross the internet. */
  readonly closed: boolean;
}
