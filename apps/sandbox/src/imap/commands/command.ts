import { type Argument } from '../arguments.js';
import { type ImapSession } from '../session.js';

/** A command: what must be true before it runs, and what it answers behind its tag. Throws Refusal for NO and BAD. */
export interface Command {
  readonly needs: 'nothing' | 'login' | 'folder';
  /** False while sequence numbers are in use, so that EXPUNGE waits (RFC 9051 section 7.5.1). */
  readonly allowsExpunge?: boolean;
  readonly run: (session: ImapSession, given: readonly Argument[]) => string | Promise<string>;
}
