import { Injectable, Module } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  AdminAccess,
  InboundMailHandler,
  stored,
  type Actor,
  type InboundMail,
  type Outcome,
} from '@mailroom/plugin';

/** The request header that tells the host of the specs who is asking. */
export const ACTOR_HEADER = 'x-test-actor';

/** A host's mail intake that writes one row per mail through `tx` and can be told to misbehave. */
@Injectable()
export class RecordingIntake extends InboundMailHandler {
  /** Called before each row is written; throw to refuse, or to break. */
  before: (mail: InboundMail, tx: EntityManager) => Promise<void> | void = () => undefined;
  /** How often `handle` ran, rolled back or not. */
  calls = 0;

  override async handle(mail: InboundMail, tx: EntityManager): Promise<Outcome> {
    this.calls += 1;
    await this.before(mail, tx);
    await tx.query(
      'insert into host_mail (delivery_id, account_id, subject, sender) values ($1, $2, $3, $4)',
      [mail.deliveryId, mail.account.id, mail.subject, mail.from?.address ?? null],
    );
    return stored(mail.deliveryId);
  }
}

/**
 * Vouches for whoever the header names; `nobody` and names taken away are turned down. Names that begin with `staff-` are
 * no admins and may connect a mailbox of their own.
 */
@Injectable()
export class HeaderAccess extends AdminAccess {
  readonly lostTheRight = new Set<string>();
  /** Whose address the host knows. */
  readonly mailboxes = new Map<string, string>();
  /** Who has just proved again that it is really them. */
  readonly proved = new Set<string>();

  override actorOf(request: unknown): Promise<Actor | null> {
    const { headers, url } = request as { headers: Record<string, string | undefined>; url?: string };
    const id = headers[ACTOR_HEADER] ?? headers['cookie']?.match(/\btest-actor=([\w-]+)/)?.[1];
    return Promise.resolve(id === undefined || url === undefined ? null : this.actor(id));
  }

  override actorById(id: string): Promise<Actor | null> {
    return Promise.resolve(this.actor(id));
  }

  override mayAdminister({ id }: Actor): Promise<boolean> {
    return Promise.resolve(id !== 'nobody' && !id.startsWith('staff-') && !this.lostTheRight.has(id));
  }

  override mayConnectOwnMailbox({ id }: Actor): Promise<boolean> {
    return Promise.resolve(id.startsWith('staff-') && !this.lostTheRight.has(id));
  }

  private actor(id: string): Actor {
    const mailbox = this.mailboxes.get(id);
    return { id, name: id, ...(mailbox === undefined ? {} : { mailbox }) };
  }

  override async reauthenticated(request: unknown): Promise<boolean> {
    return this.proved.has((await this.actorOf(request))?.id ?? '');
  }
}

/** What a host's own module would be: it keeps its side of the ports. */
@Module({ providers: [RecordingIntake, HeaderAccess], exports: [RecordingIntake, HeaderAccess] })
export class HostModule {}
