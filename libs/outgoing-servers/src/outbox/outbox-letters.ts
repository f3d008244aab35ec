import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { composeMail } from './compose-mail.js';
import { MailFiles } from './mail-files.js';
import { type StoredDraft } from './mail-draft.js';
import { type LeftAs } from './outbox-mail.js';
import { RoadMaps } from './road-map.js';

interface Row {
  readonly message_id: string;
  readonly draft: StoredDraft;
  readonly lane: string;
  readonly left_as: LeftAs | null;
  readonly created_at: Date;
}

/** Mails of the outbox as they leave. */
@Injectable()
export class OutboxLetters {
  constructor(
    private readonly database: Database,
    private readonly files: MailFiles,
    private readonly roads: RoadMaps,
  ) {}

  /**
   * The bytes of a mail as they left; before that, as they would leave now: servers and policy decide From and Reply-To,
   * everything else never changes. Where nobody would send it, From is the author. Problems: `mail-not-found`, `mail-not-composable`.
   */
  async raw(id: string): Promise<Buffer> {
    const { rows } = await this.database.query<Row>(
      'select message_id, draft, lane, left_as, created_at from mailroom.outgoing_mail where id = $1',
      [id],
    );
    const [row] = rows;
    if (!row) throw outgoingProblem('mail-not-found', { params: { id } });
    const { draft, message_id: messageId, created_at: date } = row;
    const { from: headerFrom, replyTo } = row.left_as ?? (await this.asNow(row));
    const attachments = await this.files.of(id);
    return composeMail({ id, messageId, date, draft, headerFrom, replyTo, attachments });
  }

  private async asNow({ draft, lane }: Row): Promise<LeftAs> {
    const route = (await this.roads.draw()).routeFor(draft.from, lane);
    if (route.server === null) return { from: draft.from, replyTo: null };
    return { from: route.headerFrom, replyTo: route.replyTo };
  }
}
