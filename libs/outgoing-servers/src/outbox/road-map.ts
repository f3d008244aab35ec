import { Injectable } from '@nestjs/common';
import { Database, type MailAddress } from '@mailroom/kernel';
import { selectServer, type Route } from '../routing/select-server.js';
import { type SenderRules } from '../routing/sender-rules.js';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { OutgoingServer } from '../servers/outgoing-server.js';
import { questionOf } from './lane.js';

/** A way out that exists. */
export type Road = Extract<Route<OutgoingServer>, { server: object }>;

/** Servers, policy and rests as they were a moment ago: every mail of one look is routed by the same map. */
export class RoadMap {
  constructor(
    private readonly servers: readonly OutgoingServer[],
    private readonly rules: SenderRules,
    private readonly rests: ReadonlyMap<string, number>,
  ) {}

  /** Where the mail of a lane goes. */
  routeOf(lane: string): Route<OutgoingServer> {
    return this.routeFor({ name: '', address: questionOf(lane).from }, lane);
  }

  /** The way of one mail: its sender as written. */
  routeFor(from: MailAddress, lane: string): Route<OutgoingServer> {
    return selectServer(this.servers, this.rules, from, questionOf(lane));
  }

  /** For how long, in ms, everybody leaves this server alone; null when it may be tried. */
  restOf(serverId: string): number | null {
    return this.rests.get(serverId) ?? null;
  }
}

/** Draws the map of this moment. */
@Injectable()
export class RoadMaps {
  constructor(
    private readonly database: Database,
    private readonly policies: SenderPolicies,
  ) {}

  async draw(): Promise<RoadMap> {
    const rules = await this.policies.rules();
    const servers = await this.database.run((em) =>
      em.getRepository(OutgoingServer).findBy({ state: 'live' }),
    );
    return new RoadMap(servers, rules, await this.rests());
  }

  private async rests(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.database.query<{ id: string; rest: number }>(
      `select id, (extract(epoch from not_before - mailroom.now()) * 1000)::float8 as rest
       from mailroom.outgoing_server where not_before > mailroom.now()`,
    );
    return new Map(rows.map(({ id, rest }) => [id, rest]));
  }
}
