import { type Destination } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { type Credentials } from './mailbox-credentials.js';

/** How far a connection attempt came, in this order. `greeting`: capabilities are known and what had to be encrypted is. */
export const CONNECT_STEPS = ['resolve', 'credentials', 'connect', 'greeting', 'sign-in', 'folder'] as const;
/** One of CONNECT_STEPS. */
export type ConnectStep = (typeof CONNECT_STEPS)[number];
/** Told of every step that was passed; the same step may be told again when a second attempt is made. */
export type Reached = (step: ConnectStep) => void;

/** One attempt to sign in: to the address that was checked and to no other. */
export interface SignIn {
  readonly account: MailAccount;
  readonly destination: Destination;
  readonly credentials: Credentials;
  readonly now: Date;
  /** Aborts when the attempt has to be given up. */
  readonly limit: AbortSignal;
  readonly reached: Reached;
}
