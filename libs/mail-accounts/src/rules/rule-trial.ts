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
import { type InboundMail } from '../inbound-mail/inbound-mail.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailParser } from '../parsing/mail-parser.js';
import { ruleHolds, type Rule } from './apply-rules.js';
import { conditionHolds, seenBy, type MailFacts } from './condition.js';
import { MailRules } from './mail-rules.js';
import { RuleBook } from './rule-book.js';
import { screenMail, type Screening } from './screen-mail.js';
import { type RuleTrialAnswer, type RuleTrialQuery } from './trial-shapes.js';

const SEEN_AT_MOST = 5;
const SEEN_LENGTH = 200;

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
   * Tries a mail, or an archived delivery when `raw` is null. Problems `account-not-found`, `delivery-not-found`,
   * `raw-mail-forgotten`, `unparsable`.
   */
  async run({ accountId, deliveryId }: RuleTrialQuery, raw: Buffer): Promise<RuleTrialAnswer> {
    const account = await this.accounts.find(accountId);
    const bytes = deliveryId === undefined ? raw : await this.archive.raw(deliveryId);
    const { parsed } = await this.parser.parse(bytes);
    if (!parsed) throw mailAccountProblem('unparsable', { params: { accountId } });
    const now = this.clock.now();
    const checked = await this.check.run(account, bytes, parsed);
    const about = { id: newDeliveryId(now), receivedAt: now, size: bytes.length, checked };
    const mail = inboundMail(account, parsed, about);
    const known = await this.destinations.ask().catch(() => this.destinations.known);
    const screening = screenMail(mail, { account, page: await this.book.current(), known });
    const rules = (await this.rules.rows()).map((rule) => ({ enabled: rule.enabled, rule }));
    return answerOf(screening, rules, known?.get(screening.mail.destination ?? '') ?? null);
  }
}

function answerOf(
  { mail, withheld, controlNames, vouchedBy, recipient, handling }: Screening,
  rules: readonly { readonly enabled: boolean; readonly rule: Rule }[],
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

function verdicts(
  rules: readonly { readonly enabled: boolean; readonly rule: Rule }[],
  mail: InboundMail,
): RuleTrialAnswer['rules'] {
  const facts: MailFacts = {
    mail,
    accountId: mail.account.id,
    size: mail.size,
    recipients: () => recipients(mail),
    authentication: mail.authentication,
  };
  let over = false;
  return rules.map(({ enabled, rule }) => {
    const asked = enabled && !over;
    const holds = ruleHolds(rule, facts);
    over ||= asked && holds && rule.actions.then !== 'continue';
    const conditions = rule.conditions.map((condition) => ({
      holds: conditionHolds(condition, facts),
      seen: seenBy(condition, facts)
        .slice(0, SEEN_AT_MOST)
        .map((text) => text.slice(0, SEEN_LENGTH)),
    }));
    return { id: rule.id, name: rule.name, enabled, asked, holds, conditions };
  });
}
