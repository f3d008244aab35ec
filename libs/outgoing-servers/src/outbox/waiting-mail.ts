import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database, Pokes } from '@mailroom/kernel';

/** Topic of the hint that mail is due. */
export const OUTBOX_TOPIC = 'outbox';

/** Lets mail go on that waits for something which has just been put right. */
@Injectable()
export class WaitingMail {
  constructor(
    private readonly database: Database,
    private readonly pokes: Pokes,
  ) {}

  /** Servers, addresses or policy changed: whatever waits is looked at again. */
  async release(tx?: EntityManager): Promise<void> {
    await this.makeDue('true', [], tx);
  }

  /** This server works again: its pause ends and its mail is due. */
  async releaseServer(serverId: string, tx?: EntityManager): Promise<void> {
    await this.database.query(
      'update mailroom.outgoing_server set not_before = null where id = $1 and not_before is not null',
      [serverId],
      tx,
    );
    await this.makeDue('server_id = $1', [serverId], tx);
  }

  /** These tokens are usable again: so are the servers that sign in with them. */
  async releaseTokens(tokenIds: readonly string[]): Promise<void> {
    const { rows } = await this.database.query<{ id: string }>(
      `select id from mailroom.outgoing_server where token_id = any ($1::uuid[]) and state = 'live'`,
      [tokenIds],
    );
    for (const { id } of rows) await this.releaseServer(id);
  }

  private async makeDue(where: string, parameters: unknown[], tx?: EntityManager): Promise<void> {
    const { affected } = await this.database.query(
      `update mailroom.outgoing_mail set due_at = mailroom.now()
       where status = 'delayed' and due_at > mailroom.now() and ${where}`,
      parameters,
      tx,
    );
    if (affected > 0) await this.pokes.poke(OUTBOX_TOPIC, 'due', tx);
  }
}
