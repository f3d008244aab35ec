import { Injectable } from '@nestjs/common';
import { Database, EventLog, Problem } from '@mailroom/kernel';
import { MailAccount } from '../accounts/mail-account.js';
import { type AuthenticationFacts } from '../authentication/authentication-facts.js';
import { MailCheck } from '../authentication/mail-check.js';
import { MailArchive } from '../archive/mail-archive.js';
import { type ParsedMail } from '../inbound-mail/inbound-mail.js';
import { MailParser } from '../parsing/mail-parser.js';
import { blameFor } from './blame.js';
import { Delivery } from './delivery.js';
import { HandOver, type Offered } from './hand-over.js';
import { HandlerFault } from './handler-fault.js';
import { inboundMail } from './inbound.js';
import { answered, type Verdict } from './ledger-row.js';
import { faultCode, nextOffer, OFFER_DUE } from './next-offer.js';

/** So many waiting mails of an account are offered again in one go. */
const AT_ONCE = 20;
/** What may be offered again: nobody has answered for it, or the answer was no. */
const OPEN = new Set(['retrying', 'quarantined', 'refused']);

/** Offers mail to the host again, from the archive: each in a transaction of its own, whoever else tries. */
@Injectable()
export class OfferAgain {
  readonly #log = new EventLog();

  constructor(
    private readonly database: Database,
    private readonly archive: MailArchive,
    private readonly parser: MailParser,
    private readonly host: HandOver,
    private readonly check: MailCheck,
  ) {}

  /** Offers what of this account is due for another try. Throws only for database trouble. */
  async offerDue(account: MailAccount): Promise<void> {
    const { rows } = await this.database.query<{ id: string }>(
      `select id from mailroom.delivery
       where account_id = $1 and outcome = 'retrying' and content_key is not null and ${OFFER_DUE}
       order by id limit $2`,
      [account.id, AT_ONCE],
    );
    for (const { id } of rows) await this.offer(id, account);
  }

  /** Offers one delivery, whatever became of it before. Does nothing when it has been taken meanwhile. */
  async offer(deliveryId: string, account: MailAccount): Promise<void> {
    const raw = await this.archive.raw(deliveryId).catch(forgotten);
    if (!raw) return this.decide(deliveryId, { outcome: 'quarantined', problem: 'raw-mail-forgotten' });
    const { parsed } = await this.parser.parse(raw);
    if (parsed) await this.handOver(deliveryId, account, parsed, await this.check.run(account, raw, parsed));
    else await this.decide(deliveryId, { outcome: 'quarantined', problem: 'unparsable' });
  }

  private async handOver(
    deliveryId: string,
    account: MailAccount,
    parsed: ParsedMail,
    checked: AuthenticationFacts | null,
  ): Promise<void> {
    try {
      const answers = await this.inTransaction(deliveryId, account, parsed, checked);
      for (const { outcome } of answers)
        this.#log.debug('mail-offered', 'A mail was offered again', {
          deliveryId,
          accountId: account.id,
          outcome: outcome.kind,
        });
      this.host.committed(answers);
    } catch (error) {
      if (blameFor(error) !== 'mail') throw error;
      const cause = error instanceof HandlerFault ? error.cause : error;
      const facts = { deliveryId, accountId: account.id, problem: faultCode(error) };
      this.#log.error('mail-not-taken', 'A mail was offered again and not taken', facts, cause);
      await this.countFailure(deliveryId, faultCode(error));
    }
  }

  private async inTransaction(
    deliveryId: string,
    account: MailAccount,
    parsed: ParsedMail,
    checked: AuthenticationFacts | null,
  ): Promise<readonly Offered[]> {
    return this.database.transaction(async (tx) => {
      const delivery = await tx.getRepository(Delivery).findOne({
        where: { id: deliveryId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!delivery || !OPEN.has(delivery.outcome)) return [];
      // An admin who has it handed over has seen why it was kept back.
      const why = delivery.outcome === 'retrying' ? 'again' : 'insisted';
      const { id, receivedAt, size } = delivery;
      const mail = inboundMail(account, parsed, { id, receivedAt, size, checked });
      const answers = await this.host.offer(account, [mail], tx, why);
      for (const answer of answers) await this.decide(deliveryId, answered(answer, account.disposition), tx);
      return answers;
    });
  }

  private async countFailure(deliveryId: string, problem: string): Promise<void> {
    const { rows } = await this.database.query<{ attempts: number; outcome: string }>(
      'select attempts, outcome from mailroom.delivery where id = $1',
      [deliveryId],
    );
    const [row] = rows;
    if (!row) return;
    const verdict = nextOffer(row.attempts + 1);
    const outcome = row.outcome === 'retrying' ? verdict.outcome : 'quarantined';
    await this.decide(deliveryId, { ...verdict, outcome, problem });
  }

  private async decide(
    deliveryId: string,
    verdict: Verdict,
    tx?: Parameters<Database['query']>[2],
  ): Promise<void> {
    await this.database.query(
      `update mailroom.delivery
       set outcome = $2, reference = $3, reason = $4, problem = $5, attempts = coalesce($6, attempts),
         retry_at = mailroom.now() + $7::float8 * interval '1 millisecond', disposal_due = $8,
         handling = coalesce($9::jsonb, handling)
       where id = $1 and outcome in ('retrying', 'quarantined', 'refused')`,
      [
        deliveryId,
        verdict.outcome,
        verdict.reference ?? null,
        verdict.reason ?? null,
        verdict.problem ?? null,
        verdict.attempts ?? null,
        verdict.retryInMs ?? null,
        verdict.disposalDue ?? false,
        verdict.handling ? JSON.stringify(verdict.handling) : null,
      ],
      tx,
    );
  }
}

function forgotten(error: unknown): null {
  if (error instanceof Problem && error.code === 'raw-mail-forgotten') return null;
  throw error;
}
