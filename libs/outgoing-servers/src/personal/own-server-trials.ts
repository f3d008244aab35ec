import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@mailroom/kernel';
import { type CheckStep } from '../check/check-step.js';
import { ServerCheck } from '../check/server-check.js';
import { TestMail } from '../check/test-mail.js';
import { outgoingProblem } from '../outgoing-problems.js';
import { type SentMail } from '../outbox/outgoing-mail.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { PersonalServers } from './personal-servers.js';

const TEST_MAILS_AN_HOUR = 10;

/** Owners try their servers: against the mail server itself, and by a mail to themselves. Nobody else gets any. */
@Injectable()
export class OwnServerTrials {
  readonly #running = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly own: PersonalServers,
    private readonly servers: OutgoingServers,
    private readonly checks: ServerCheck,
    private readonly testMail: TestMail,
  ) {}

  /** Tries it, one try at a time; a draft that works goes live. Problems `server-not-found`, `server-not-live`, `check-is-running`. */
  async check(id: string, actor: Actor): Promise<CheckStep[]> {
    const { state } = await this.own.find(actor.id, id);
    if (state === 'archived') throw outgoingProblem('server-not-live', { params: { state } });
    const steps = await this.alone(id, () => this.checks.saved(id));
    if (state === 'draft' && steps.every(({ ok }) => ok)) await this.servers.setState(id, 'live', actor);
    return steps;
  }

  /** Sends a mail to the mailbox itself. Problems `server-not-found`, `too-many-test-mails`, those of TestMail. */
  async sendTestMail(id: string, actor: Actor): Promise<SentMail> {
    const { login } = await this.own.find(actor.id, id);
    const { rows } = await this.database.query<{ count: number }>(LATELY, [id]);
    if ((rows[0]?.count ?? 0) >= TEST_MAILS_AN_HOUR) throw outgoingProblem('too-many-test-mails');
    return this.testMail.send(id, login, actor);
  }

  private async alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    if (this.#running.has(id)) throw outgoingProblem('check-is-running');
    this.#running.add(id);
    try {
      return await work();
    } finally {
      this.#running.delete(id);
    }
  }
}

const LATELY = `
  select count(*)::int as count from mailroom.outgoing_mail
   where named_server_id = $1 and created_at > mailroom.now() - interval '1 hour'`;
