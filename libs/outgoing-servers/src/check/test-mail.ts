import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  parseAddress,
  StoredSettings,
  type Actor,
  type LetterLanguage,
} from '@mailroom/kernel';
import { serverAudit } from '../outgoing-audit.js';
import { OutgoingMail, type SentMail } from '../outbox/outgoing-mail.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { ServerLetter, type Letter } from './server-letter.js';
import { testMailWords } from './test-mail-words.js';

/** A real mail through one server, to see it arrive. */
@Injectable()
export class TestMail {
  constructor(
    private readonly letters: ServerLetter,
    private readonly mail: OutgoingMail,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly settings: StoredSettings,
  ) {}

  /**
   * Puts a test mail to `to` into the outbox, in the language of letters, and writes down who asked for it. Problems: those
   * of `ServerLetter.draft` and `readDraft`.
   */
  async send(serverId: string, to: string, actor: Actor): Promise<SentMail> {
    const recipient = parseAddress(to);
    const language = await this.settings.letterLanguage();
    const { server, sender, draft } = await this.letters.draft(serverId, (at) =>
      this.letterTo(to, at, language),
    );
    return this.database.transaction(async (tx) => {
      const sent = await this.mail.send(draft, tx);
      const details = { sender, recipient: recipient.address };
      await this.audit.record(serverAudit('test-mail-sent', server, actor, details), tx);
      return sent;
    });
  }

  private letterTo(to: string, { name }: OutgoingServer, language: LetterLanguage): Letter {
    const words = testMailWords[language];
    const moment = this.clock.now().toISOString();
    return { to: [to], subject: words.subject(name), text: `${words.text(name)}\n\n${moment}\n` };
  }
}
