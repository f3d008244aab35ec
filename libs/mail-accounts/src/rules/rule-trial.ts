import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { AccountRows } from '../accounts/account-rows.js';
import { MailArchive } from '../archive/mail-archive.js';
import { MailCheck } from '../authentication/mail-check.js';
import { lastHop } from '../authentication/trusted-hop.js';
import { inboundMail } from '../deliveries/inbound.js';
import { newDeliveryId } from '../deliveries/delivery-id.js';
import { Destinations } from '../dispatch/destinations.js';
import { recipients } from '../dispatch/recipients.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailParser } from '../parsing/mail-parser.js';
import { MailRules } from './mail-rules.js';
import { RuleBook } from './rule-book.js';
import { screenMail, type Screening } from './screen-mail.js';
import { type RuleTrialAnswer, type RuleTrialQuery } from './trial-shapes.js';
import { type TrialUpload } from './trial-upload.js';
import { triedRules, verdicts, type TriedRule } from './tried-rules.js';

/** What would happen to a mail: by the very functions that mail goes through when it comes in. Stores nothing. */
@Injectable()
export class RuleTrial {
  constructor(
    private readonly accounts: AccountRows,
    private readonly archive: MailArchive,
    private readonly parser: MailParser,
    private readonly rules: MailRules,
    private readonly book: RuleBook,
    private readonly destinations: Destinations,
    private readonly check: MailCheck,
    private readonly clock: Clock,
  ) {}

  /**
   * Tries a mail, or the archived delivery that is named, on the stored rules or on those that came with it. Problems
   * `account-not-found`, `delivery-not-found`, `raw-mail-forgotten`, `unparsable`, `mail-rules-changed-meanwhile`.
   */
  async run(
    { accountId, deliveryId }: RuleTrialQuery,
    { mail: sent, chain }: TrialUpload,
  ): Promise<RuleTrialAnswer> {
    const account = await this.accounts.find(accountId);
    const tried = triedRules(await this.rules.rows(), chain);
    const bytes = deliveryId === undefined ? sent : await this.archive.raw(deliveryId);
    const { parsed } = await this.parser.parse(bytes);
    if (!parsed) throw mailAccountProblem('unparsable', { params: { accountId } });
    const now = this.clock.now();
    const checked = await this.check.run(account, bytes, parsed);
    const about = { id: newDeliveryId(now), receivedAt: now, size: bytes.length, checked };
    const mail = inboundMail(account, parsed, about);
    const known = await this.destinations.ask().catch(() => this.destinations.known);
    const rules = tried.filter(({ enabled }) => enabled).map(({ rule }) => rule);
    const page = { ...(await this.book.current()), rules };
    const screening = screenMail(mail, { account, page, known });
    return answerOf(screening, tried, known?.get(screening.mail.destination ?? '') ?? null);
  }
}

function answerOf(
  { mail, withheld, controlNames, vouchedBy, recipient, handling }: Screening,
  rules: readonly TriedRule[],
  destinationLabel: string | null,
): RuleTrialAnswer {
  const { subject, from, size, automatic, destination, dispatchedBy, priority } = mail;
  return {
    subject,
    from: from?.address ?? null,
    size,
    automatic,
    recipients: [...recipients(mail)],
    rules: verdicts(rules, mail),
    withheld,
    destination,
    destinationLabel,
    dispatchedBy,
    unknownDestination: handling?.unknownDestination ?? null,
    recipient,
    priority,
    tags: [...mail.tags],
    control: { names: [...controlNames], vouchedBy },
    lastHop: lastHop(mail.headers),
    authentication: mail.authentication as RuleTrialAnswer['authentication'],
  };
}
