import { type Type } from '@nestjs/common';
import { type Actor } from '@mailroom/kernel';
import { type Screen } from '../output/screen.js';

/** What a command works with. */
export interface Errand {
  readonly screen: Screen;
  /** A service of the host, booted when the first one is asked for. */
  get<Service>(type: Type<Service> | (abstract new (...args: never[]) => Service)): Promise<Service>;
  /** Who is at the keyboard, as the audit log names them. */
  readonly actor: Actor;
  /** The command did what it should, but something wants attention: exit code 3, or this one. */
  attention(exitCode?: number): void;
  /** Ends the command: it was called wrongly, and nothing was done. */
  misused(sentence: string): never;
  /** Aborted when the command is to stop. */
  readonly signal: AbortSignal;
}
