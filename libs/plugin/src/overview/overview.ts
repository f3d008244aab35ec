import { Injectable } from '@nestjs/common';
import { Clock, Instances, timeSlots, type SlotSize } from '@mailroom/kernel';
import { AccountTotals, Arrivals, RunningSessions } from '@mailroom/mail-accounts';
import { Departures, ServerTotals } from '@mailroom/outgoing-servers';
import { mailFlow } from './mail-flow.js';
import { type InstanceList, type MailFlowAnswer, type Totals } from './overview-schema.js';

const NAMED_ACCOUNTS = 20;
/** How far both libs count mail. */
const COUNTED_TO = 10_000;

/** What the overview shows that no lib knows by itself. */
@Injectable()
export class Overview {
  constructor(
    private readonly clock: Clock,
    private readonly arrivals: Arrivals,
    private readonly departures: Departures,
    private readonly sessions: RunningSessions,
    private readonly known: Instances,
    private readonly accounts: AccountTotals,
    private readonly servers: ServerTotals,
  ) {}

  /** All accounts and servers, summed up. */
  async totals(): Promise<Totals> {
    const accounts = await this.accounts.now();
    return { countedTo: COUNTED_TO, accounts, servers: await this.servers.now() };
  }

  /** Mail in and out over time. */
  async mailFlow(by: SlotSize): Promise<MailFlowAnswer> {
    const slots = timeSlots(by, this.clock.now());
    // One after the other: counting a month takes a moment, and fetching wants its connections.
    const arrived = await this.arrivals.bySlot(slots);
    const departed = await this.departures.bySlot(slots);
    return { by, items: mailFlow(slots, arrived, departed) };
  }

  /** Who fetches and sends, and how much each has in hand. */
  async instances(): Promise<InstanceList> {
    const [instances, watched, sending, waiting] = await Promise.all([
      this.known.list(),
      this.sessions.byInstance(NAMED_ACCOUNTS),
      this.departures.inHand(),
      this.sessions.waiting(),
    ]);
    const items = instances.map(({ startedAt, ...instance }) => {
      const held = watched.find(({ holder }) => holder === instance.id);
      return {
        ...instance,
        startedAt: startedAt.toISOString(),
        sessions: held?.sessions ?? 0,
        accounts: [...(held?.accounts ?? [])],
        sending: sending.find(({ holder }) => holder === instance.id)?.mails ?? 0,
      };
    });
    return { items, waiting };
  }
}
