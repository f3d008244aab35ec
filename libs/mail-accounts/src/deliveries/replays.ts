import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, JobQueue, type Job } from '@mailroom/kernel';
import { MailAccount } from '../accounts/mail-account.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { SessionRequests } from '../sessions/session-requests.js';
import { Delivery } from './delivery.js';
import { OfferAgain } from './offer-again.js';

const QUEUE = 'mail-replay';
const REPLAYABLE = new Set(['retrying', 'quarantined', 'refused']);

/** Hands mail over again because an admin asked for it. */
@Injectable()
export class Replays implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly offers: OfferAgain,
    private readonly requests: SessionRequests,
  ) {}

  onModuleInit(): void {
    this.jobs.define<{ deliveryId: string }>({
      name: QUEUE,
      concurrency: 2,
      policy: 'exclusive',
      // Only database trouble throws; what the host throws is on the delivery.
      retryLimit: 20,
      retryDelaySeconds: 5,
      retryDelayMaxSeconds: 300,
      deadlineSeconds: 120,
      work: (job) => this.work(job),
    });
  }

  /**
   * Has a delivery offered to the host again, soon. Mail that the server withheld is asked for again instead.
   * Problems `delivery-not-found`, `delivery-not-replayable`.
   */
  async ask(deliveryId: string): Promise<void> {
    const delivery = await this.find(deliveryId);
    if (!REPLAYABLE.has(delivery.outcome)) {
      throw mailAccountProblem('delivery-not-replayable', { params: { outcome: delivery.outcome } });
    }
    if (delivery.contentKey) {
      await this.jobs.send(QUEUE, { deliveryId }, { key: deliveryId });
      this.jobs.poke(QUEUE);
    } else await this.askServer(delivery);
  }

  /** Offers these again at once, one after the other, for as long as `goesOn`; answers how many it came to. */
  async now(deliveryIds: readonly string[], goesOn: () => boolean): Promise<number> {
    const toFetch = new Set<string>();
    let done = 0;
    try {
      for (const deliveryId of deliveryIds) {
        if (!goesOn()) break;
        const accountId = await this.again(deliveryId);
        if (accountId !== null) toFetch.add(accountId);
        done += 1;
      }
    } finally {
      for (const accountId of toFetch) await this.requests.fetchNow(accountId);
    }
    return done;
  }

  private async askServer({ id, accountId }: Delivery): Promise<void> {
    await this.retry(id);
    await this.requests.fetchNow(accountId);
  }

  private async work({ data, signal }: Job<{ deliveryId: string }>): Promise<void> {
    await this.now([data.deliveryId], () => !signal.aborted);
  }

  /** Answers the account when its server has to be asked, or told of the copy that may have to go now. */
  private async again(deliveryId: string): Promise<string | null> {
    const { outcome, accountId, contentKey } = await this.find(deliveryId);
    if (!REPLAYABLE.has(outcome)) return null;
    if (!contentKey) {
      await this.retry(deliveryId);
      return accountId;
    }
    const account = await this.database.run((manager) =>
      manager.getRepository(MailAccount).findOneByOrFail({ id: accountId }),
    );
    await this.offers.offer(deliveryId, account);
    return account.disposition === 'leave' ? null : accountId;
  }

  private async retry(deliveryId: string): Promise<void> {
    await this.database.query(
      `update mailroom.delivery set outcome = 'retrying', attempts = 0, retry_at = mailroom.now()
       where id = $1 and content_key is null and outcome in ('quarantined', 'refused', 'retrying')`,
      [deliveryId],
    );
  }

  private async find(deliveryId: string): Promise<Delivery> {
    const delivery = await this.database.run((manager) =>
      manager.getRepository(Delivery).findOneBy({ id: deliveryId }),
    );
    if (!delivery) throw mailAccountProblem('delivery-not-found', { params: { deliveryId } });
    return delivery;
  }
}
