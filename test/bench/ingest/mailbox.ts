/** A mailbox on the Dovecot of the bench, without TLS; its password is `pass`. */
export interface Mailbox {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}
