import { type Destination } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { type Speaker } from '../protocol-log/redact.js';
import { type Credentials } from './mailbox-credentials.js';

/** How far a connection attempt came: `encrypt` before `greeting` or, with STARTTLS, after it; never in the clear. */
export type ConnectStep =
  'resolve' | 'credentials' | 'connect' | 'encrypt' | 'greeting' | 'sign-in' | 'folder';
/** What a step found out, by name; lines that are safe to show. */
export type StepFacts = Readonly<Record<string, string | number>>;
/** Told of every step that was passed; the same step may be told again when a second attempt is made. */
export type Reached = (step: ConnectStep, facts?: StepFacts) => void;

/** One attempt to sign in: to the address that was checked and to no other. */
export interface SignIn {
  readonly account: MailAccount;
  readonly destination: Destination;
  readonly credentials: Credentials;
  readonly now: Date;
  /** Aborts when the attempt has to be given up. */
  readonly limit: AbortSignal;
  readonly reached: Reached;
  /** Told of every line that is said, where somebody wants to know. */
  readonly hear: ((speaker: Speaker, line: string) => void) | null;
}
