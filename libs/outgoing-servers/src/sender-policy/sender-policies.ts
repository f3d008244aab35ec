import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  AuditLog,
  Clock,
  Database,
  findingsOf,
  Precondition,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import { policyAudit } from '../outgoing-audit.js';
import { WaitingMail } from '../outbox/waiting-mail.js';
import { outgoingProblem } from '../outgoing-problems.js';
import { NO_RULES, type SenderRules } from '../routing/sender-rules.js';
import { OutgoingServer } from '../servers/outgoing-server.js';
import { normalRules, policyEdition, policyRules, type SenderPolicyJson } from './policy-schema.js';
import { SenderPolicy } from './sender-policy.js';
import { setUps } from './set-ups.js';

/** The one sender policy of this mail room. */
@Injectable()
export class SenderPolicies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly waiting: WaitingMail,
    private readonly audit: AuditLog,
  ) {}

  /** The policy as routing wants it; as `within` sees it where that is given. */
  async rules(within?: EntityManager): Promise<SenderRules> {
    const read = (em: EntityManager) => em.getRepository(SenderPolicy).findOneBy({ onlyRow: true });
    const policy = await (within ? read(within) : this.database.run(read));
    return policy ? rulesOf(policy) : NO_RULES;
  }

  /** How far the two usual configurations are. */
  async setUps(): Promise<ReturnType<typeof setUps>> {
    const servers = await this.database.run((em) =>
      em.getRepository(OutgoingServer).find({ order: { priority: 'ASC', name: 'ASC', id: 'ASC' } }),
    );
    return setUps(servers, await this.rules());
  }

  /**
   * Replaces the policy; mail that waits is looked at again. Problems: those of `normalRules`, `server-not-found`,
   * `server-is-personal`, `changed-meanwhile`.
   */
  async replace(
    policy: SenderPolicyJson,
    actor: Actor,
    precondition = Precondition.none,
  ): Promise<SenderRules> {
    return this.database.transaction(async (tx) => {
      precondition.require(policyEdition.tag(await locked(tx)));
      return this.store(policy, actor, tx);
    });
  }

  /** What the rules say to a form that is being filled in. */
  findings(form: TypedForm<SenderPolicyJson>): Promise<Findings> {
    return findingsOf(form, ...policyRules, ({ bulkServerId }) =>
      this.database.run((em) => requireBulk(bulkServerId, em)),
    );
  }

  /** Changes a part of it within `tx`; the rest stays. Problems as for `replace`. */
  async change(part: Partial<SenderPolicyJson>, actor: Actor, tx: EntityManager): Promise<SenderRules> {
    return this.store({ ...(await locked(tx)), ...part }, actor, tx);
  }

  private async store(policy: SenderPolicyJson, actor: Actor, tx: EntityManager): Promise<SenderRules> {
    const rules = normalRules(policy);
    await requireBulk(rules.bulkServerId, tx, { mode: 'pessimistic_read' });
    const stamps = { updatedAt: this.clock.now(), updatedBy: actor.name };
    await tx.getRepository(SenderPolicy).update({ onlyRow: true }, { ...rules, ...stamps });
    await this.waiting.release(tx);
    await this.audit.record(policyAudit(actor, { ...rules }), tx);
    return rules;
  }
}

async function locked(tx: EntityManager): Promise<SenderRules> {
  const lock = { mode: 'pessimistic_write' } as const;
  const policy = await tx.getRepository(SenderPolicy).findOne({ where: { onlyRow: true }, lock });
  return policy ? rulesOf(policy) : NO_RULES;
}

// With a lock it stays like that until the end of the transaction.
async function requireBulk(
  id: string | null,
  em: EntityManager,
  lock?: { readonly mode: 'pessimistic_read' },
): Promise<void> {
  if (id === null) return;
  const server = await em.getRepository(OutgoingServer).findOne({ where: { id }, ...(lock ? { lock } : {}) });
  if (!server || server.state === 'archived')
    throw outgoingProblem('server-not-found', { field: 'bulkServerId', params: { id } });
  if (server.ownerId !== null)
    throw outgoingProblem('server-is-personal', { field: 'bulkServerId', params: { id } });
}

function rulesOf(policy: SenderPolicy): SenderRules {
  const { defaultFrom, catchallDomain, bounceFrom, forceFrom, dynamicFrom } = policy;
  const { defaultFromFilter, bulkServerId, authorsOwnAddress, firstServerStandsIn } = policy;
  return {
    defaultFrom,
    catchallDomain,
    bounceFrom,
    forceFrom,
    dynamicFrom,
    defaultFromFilter,
    bulkServerId,
    authorsOwnAddress,
    firstServerStandsIn,
  };
}
