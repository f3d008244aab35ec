import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, parseAddress, type Actor } from '@mailroom/kernel';
import { serverAudit } from '../outgoing-audit.js';
import { outgoingProblem } from '../outgoing-problems.js';
import { type MailDraft } from '../outbox/mail-draft.js';
import { OutgoingMail, type SentMail } from '../outbox/outgoing-mail.js';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { testSenders } from './test-senders.js';

/** A real mail through one server, to see it arrive. */
@Injectable()
export class TestMail {
  constructor(
    private readonly servers: OutgoingServers,
    private readonly policies: SenderPolicies,
    private readonly mail: OutgoingMail,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a test mail to `to` into the outbox, from the first sender that the server's filter lists, and writes down who
   * asked for it. Problems: `server-not-found`, `server-not-live`, `test-sender-missing`, those of `readDraft`.
   */
  async send(serverId: string, to: string, actor: Actor): Promise<SentMail> {
    const server = await this.servers.find(serverId);
    if (server.state !== 'live')
      throw outgoingProblem('server-not-live', { params: { state: server.state } });
    const { addresses } = testSenders(server.fromFilter, server.login, await this.policies.rules());
    const [from] = addresses;
    if (from === undefined) throw outgoingProblem('test-sender-missing', { field: 'fromFilter' });
    const recipient = parseAddress(to);
    const draft = { ...this.letterOf(server), from, to: [recipient] };
    return this.database.transaction(async (tx) => {
      const sent = await this.mail.send(draft, tx);
      const details = { sender: from, recipient: recipient.address };
      await this.audit.record(serverAudit('test-mail-sent', server, actor, details), tx);
      return sent;
    });
  }

  private letterOf({ id, name, ownerId, purpose }: OutgoingServer): Omit<MailDraft, 'from' | 'to'> {
    const moment = this.clock.now().toISOString();
    return {
      subject: `Test mail of ${name}`,
      text: `Somebody asked for this mail to see whether ${name} sends.\n\n${moment}\n`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      serverId: id,
      ...(ownerId === null ? {} : { author: ownerId }),
      bulk: purpose === 'bulk',
    };
  }
}
