import { Injectable } from '@nestjs/common';
import { Clock, parseAddress } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { OutgoingMail, type SentMail } from '../outbox/outgoing-mail.js';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { testSenders } from './test-senders.js';

/** A real mail through one server, to see it arrive. */
@Injectable()
export class TestMail {
  constructor(
    private readonly servers: OutgoingServers,
    private readonly policies: SenderPolicies,
    private readonly mail: OutgoingMail,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a test mail to `to` into the outbox, from the first sender that the server's filter lists. Problems:
   * `server-not-found`, `server-not-live`, `test-sender-missing`, those of `readDraft`.
   */
  async send(serverId: string, to: string): Promise<SentMail> {
    const server = await this.servers.find(serverId);
    if (server.state !== 'live')
      throw outgoingProblem('server-not-live', { params: { state: server.state } });
    const { addresses } = testSenders(server.fromFilter, server.login, await this.policies.rules());
    const [from] = addresses;
    if (from === undefined) throw outgoingProblem('test-sender-missing', { field: 'fromFilter' });
    const moment = this.clock.now().toISOString();
    return this.mail.send({
      from,
      to: [parseAddress(to)],
      subject: `Test mail of ${server.name}`,
      text: `Somebody asked for this mail to see whether ${server.name} sends.\n\n${moment}\n`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      serverId,
      ...(server.ownerId === null ? {} : { author: server.ownerId }),
      bulk: server.purpose === 'bulk',
    });
  }
}
