import { type INestApplicationContext } from '@nestjs/common';

/** A booted host, as far as commands need it: an application context of Nest is one. */
export type HostContext = Pick<INestApplicationContext, 'get' | 'close'>;

/** What a host has to respect: with `work: false` Mailroom fetches, sends and refreshes nothing by itself. */
export interface ContextWishes {
  readonly work: false;
}

/** What the module that `--host` names exports. Hand `wishes.work` on to the options of `MailroomModule`. */
export type CreateContext = (wishes: ContextWishes) => Promise<HostContext>;
