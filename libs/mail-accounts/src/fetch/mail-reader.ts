import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { type ArrivedMail } from '../deliveries/arrived-mail.js';
import { type SentMail } from '../mailbox/mailbox.js';
import { MailParser } from '../parsing/mail-parser.js';

/** Makes of what the server sent what the ledger takes. */
@Injectable()
export class MailReader {
  constructor(
    private readonly parser: MailParser,
    private readonly clock: Clock,
  ) {}

  /** Reads and packs a mail. One without a usable INTERNALDATE came now. */
  async read({ uid, source, receivedAt }: SentMail): Promise<ArrivedMail> {
    const { parsed, contentKey, packed, size } = await this.parser.parse(source);
    return { uid, receivedAt: receivedAt ?? this.clock.now(), size, parsed, contentKey, packed };
  }
}
