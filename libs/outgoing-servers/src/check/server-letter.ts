import { Injectable } from '@nestjs/common';
import { parseAddress } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type MailDraft } from '../outbox/mail-draft.js';
import { OutgoingMail, type SentMail } from '../outbox/outgoing-mail.js';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { testSenders } from './test-senders.js';

/** What Mailroom itself has to say. */
export interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The same key again is the same letter. */
  readonly idempotencyKey?: string;
}

/** A letter, ready to be sent by this server as this sender. */
export interface ServerDraft {
  readonly server: OutgoingServer;
  readonly sender: string;
  readonly draft: MailDraft;
}

/** Letters of Mailroom itself, through one server and no other. */
@Injectable()
export class ServerLetter {
  constructor(
    private readonly servers: OutgoingServers,
    private readonly policies: SenderPolicies,
    private readonly mail: OutgoingMail,
  ) {}

  /** Puts a letter into the outbox. Problems: those of `draft` and `readDraft`. */
  async send(serverId: string, write: (server: OutgoingServer) => Letter): Promise<SentMail> {
    return this.mail.send((await this.draft(serverId, write)).draft);
  }

  /**
   * A letter as it is to be sent: from the first sender that the server's filter lists, marked as a machine's (RFC 3834), which
   * no machine answers. Problems: `server-not-found`, `server-not-live`, `test-sender-missing`.
   */
  async draft(serverId: string, write: (server: OutgoingServer) => Letter): Promise<ServerDraft> {
    const server = await this.servers.find(serverId);
    if (server.state !== 'live')
      throw outgoingProblem('server-not-live', { params: { state: server.state } });
    const { addresses } = testSenders(server.fromFilter, server.login, await this.policies.rules());
    const [sender] = addresses;
    if (sender === undefined) throw outgoingProblem('test-sender-missing', { field: 'fromFilter' });
    const { to, ...letter } = write(server);
    const draft = {
      ...letter,
      from: sender,
      to: to.map(parseAddress),
      automatic: 'generated' as const,
      serverId,
      ...(server.ownerId === null ? {} : { author: server.ownerId }),
      bulk: server.purpose === 'bulk',
    };
    return { server, sender, draft };
  }
}
