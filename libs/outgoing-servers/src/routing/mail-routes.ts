import { Injectable } from '@nestjs/common';
import { Database, type MailAddress } from '@mailroom/kernel';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { OutgoingServer } from '../servers/outgoing-server.js';
import { explainRoute, type Considered } from './explain-route.js';
import { NO_WISH, selectServer, type Route, type Wish } from './select-server.js';

/** Asks `selectServer` about the servers and the policy of this moment. */
@Injectable()
export class MailRoutes {
  constructor(
    private readonly database: Database,
    private readonly policies: SenderPolicies,
  ) {}

  /** Who would send for `from` just now, why, and why not the others. */
  async from(
    from: MailAddress,
    wish: Wish = NO_WISH,
  ): Promise<{ route: Route<OutgoingServer>; considered: Considered[] }> {
    const rules = await this.policies.rules();
    const servers = await this.database.run((em) =>
      em.getRepository(OutgoingServer).find({ order: { priority: 'ASC', name: 'ASC', id: 'ASC' } }),
    );
    const route = selectServer(servers, rules, from, wish);
    return { route, considered: explainRoute(servers, route, from.address, wish) };
  }
}
