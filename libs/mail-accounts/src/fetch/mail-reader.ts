import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Settings } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { MailCheck } from '../authentication/mail-check.js';
import { type ArrivedMail } from '../deliveries/arrived-mail.js';
import { type SentMail } from '../mailbox/mailbox.js';
import { MailParser } from '../parsing/mail-parser.js';
import { release } from '../parsing/release.js';

/**
 * Makes of what the server sent what the ledger takes. Where mail is fetched, what reads it loads beside the rest of the
 * application (a third of a second), and is ready for the first mail.
 */
@Injectable()
export class MailReader implements OnModuleInit {
  constructor(
    private readonly parser: MailParser,
    private readonly check: MailCheck,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (this.settings.work) this.parser.start();
  }

  /** Reads, checks and packs a mail; its raw bytes are gone then. One without a usable INTERNALDATE came now. */
  async read({ uid, source, receivedAt }: SentMail, account: MailAccount): Promise<ArrivedMail> {
    const { parsed, contentKey, rawRows, size } = await this.parser.parse(source);
    const checked = await this.check.run(account, source, parsed);
    release(source);
    return { uid, receivedAt: receivedAt ?? this.clock.now(), size, parsed, checked, contentKey, rawRows };
  }
}
