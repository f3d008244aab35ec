import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, type Actor } from '@mailroom/kernel';
import { policyAudit } from '../outgoing-audit.js';
import { WaitingMail } from '../outbox/waiting-mail.js';
import { type SenderRules } from '../routing/sender-rules.js';
import { normalRules, type SenderPolicyJson } from './policy-schema.js';
import { SenderPolicy } from './sender-policy.js';

/** The one sender policy of this mail room. */
@Injectable()
export class SenderPolicies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly waiting: WaitingMail,
    private readonly audit: AuditLog,
  ) {}

  /** The policy as routing wants it. */
  async rules(): Promise<SenderRules> {
    const policy = await this.database.run((em) =>
      em.getRepository(SenderPolicy).findOneBy({ onlyRow: true }),
    );
    return {
      defaultFrom: policy?.defaultFrom ?? null,
      catchallDomain: policy?.catchallDomain ?? null,
      bounceFrom: policy?.bounceFrom ?? null,
    };
  }

  /** Replaces the policy; mail that waits is looked at again. Throws problem `sender-policy-invalid`. */
  async replace(policy: SenderPolicyJson, actor: Actor): Promise<SenderRules> {
    const rules = normalRules(policy);
    await this.database.transaction(async (tx) => {
      const stamps = { updatedAt: this.clock.now(), updatedBy: actor.name };
      await tx.getRepository(SenderPolicy).update({ onlyRow: true }, { ...rules, ...stamps });
      await this.waiting.release(tx);
      await this.audit.record(policyAudit(actor, { ...rules }), tx);
    });
    return rules;
  }
}
