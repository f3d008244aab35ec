import { Injectable } from '@nestjs/common';
import { Database, type MailAddress } from '@mailroom/kernel';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { OutgoingServer } from '../servers/outgoing-server.js';
import { selectServer, type Route } from './select-server.js';

/** Asks `selectServer` about the servers and the policy of this moment. */
@Injectable()
export class MailRoutes {
  constructor(
    private readonly database: Database,
    private readonly policies: SenderPolicies,
  ) {}

  /** Who would send for `from` just now, and why. */
  async from(from: MailAddress, named: string | null = null): Promise<Route<OutgoingServer>> {
    const rules = await this.policies.rules();
    const servers = await this.database.run((em) =>
      em.getRepository(OutgoingServer).findBy({ state: 'live' }),
    );
    return selectServer(servers, rules, from, named);
  }
}
