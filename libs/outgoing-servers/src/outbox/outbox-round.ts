import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { EventLog, InstanceBeat, retryDelay, uncorrelated } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { Crew, type Errand } from './crew.js';
import { type ClaimedMail } from './claimed-mail.js';
import { bundled, type Bundle, type ServedBundle } from './bundle.js';
import { DeliverMail } from './deliver-mail.js';
import { FellowInstances } from './fellow-instances.js';
import { OutboxDesk } from './outbox-desk.js';
import { limitsOf } from './pace.js';
import { RoadMaps, type RoadMap } from './road-map.js';
import { restingProblem } from './resting-problem.js';
import { questionOf } from './lane.js';
import { ServerPace } from './server-pace.js';
import { shareOfHands } from './share-of-hands.js';

const UNTIL_PEOPLE = { base: 60_000, cap: 60_000 };
const FINISH_MS = 5_000;

/** Sends what is due: asks the map where each lane leads, and gives each server's crew what it has room for. */
@Injectable()
export class OutboxRound implements BeforeApplicationShutdown {
  readonly #log = new EventLog();
  readonly #crews = new Map<string, Crew>();
  #again = false;
  #looking: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly desk: OutboxDesk,
    private readonly roads: RoadMaps,
    private readonly deliver: DeliverMail,
    private readonly pace: ServerPace,
    private readonly fellows: FellowInstances,
    private readonly beat: InstanceBeat,
  ) {}

  /** Looks for mail that is due: now, or once more after the look that is going on. Never throws. */
  wake(): Promise<void> {
    this.#again = true;
    this.#looking ??= uncorrelated(() => this.lookOn()).finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** At shutdown mails that are being sent get 5 s; everything else is put back at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#closed = true;
    await this.#looking;
    await Promise.all([...this.#crews.values()].map((crew) => crew.close(FINISH_MS)));
  }

  private async lookOn(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        await this.look();
      } catch (error) {
        this.#log.error('outbox-unread', 'The outbox could not be read', {}, error);
      }
    }
  }

  private async look(): Promise<void> {
    if (!this.beat.alive()) return;
    const lanes = await this.desk.dueLanes();
    if (lanes.length === 0) return;
    const map = await this.roads.draw();
    for (const bundle of bundled(lanes, map)) {
      if (bundle.server === null) await this.turnAway(bundle);
      else await this.serve(bundle, map);
    }
  }

  /** Nobody sends for these. */
  private async turnAway({ reason, lanes }: Extract<Bundle, { server: null }>): Promise<void> {
    const code = reason === 'no-server' ? 'no-server-for-sender' : 'named-server-unavailable';
    for (const lane of lanes) {
      const params = { from: questionOf(lane).from };
      const problem = outgoingProblem(code, { disposition: 'ask-admin', params });
      const delayMs = retryDelay(1, UNTIL_PEOPLE);
      await this.desk.postpone([lane], { problem, delayMs, serverId: null, routeReason: reason });
    }
  }

  private async serve({ server, reason, lanes }: ServedBundle, map: RoadMap): Promise<void> {
    const rest = map.restOf(server.id);
    if (rest !== null) {
      const problem = restingProblem(server);
      await this.desk.postpone(lanes, { problem, delayMs: rest, serverId: server.id, routeReason: reason });
      return;
    }
    const crew = this.crewOf(server);
    const hands = this.handsFor(server);
    // Nothing is claimed ahead here: a mail is offered in the moment from which it counts.
    if (limitsOf(server).length > 0) {
      const idle = crew.idleOf(hands);
      const offers = idle === 0 ? [] : await this.pace.take({ server, reason, lanes }, idle);
      crew.take(offers.flatMap(({ mail, recipients }) => errandsFor([mail], map, recipients)));
      return;
    }
    const room = crew.roomFor(hands);
    if (room === 0) return;
    const mails = await this.desk.claim(lanes, room);
    crew.take(errandsFor(mails, map));
  }

  private handsFor({ id, connections }: OutgoingServer): number {
    return shareOfHands(connections, id, this.fellows.ids, this.beat.id);
  }

  private crewOf({ id }: OutgoingServer): Crew {
    const known = this.#crews.get(id);
    if (known) return known;
    const crew = new Crew({
      send: (errand, signal) => this.deliver.run(errand, signal),
      putBack: (mails) => this.desk.putBack(mails),
      hungry: () => void this.wake(),
    });
    this.#crews.set(id, crew);
    return crew;
  }
}

function errandsFor(mails: readonly ClaimedMail[], map: RoadMap, atMost?: number): Errand[] {
  return mails.flatMap((mail) => {
    const road = map.routeFor(mail.draft.from, mail.lane);
    return road.server === null ? [] : [{ mail, road, ...(atMost === undefined ? {} : { atMost }) }];
  });
}
