import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Precondition, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailRule } from './mail-rule.js';
import { RuleBook } from './rule-book.js';
import {
  mailRuleAnswer,
  mailRuleEdition,
  type MailRuleAnswer,
  type MailRuleChanges,
  type NewMailRule,
} from './rule-shapes.js';
import { rulesAudit } from './rules-audit.js';

const AT_MOST = 500;
const IN_ORDER = { order: { position: 'asc', id: 'asc' } } as const;

/** The rules as admins keep them, in their order. */
@Injectable()
export class MailRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly book: RuleBook,
  ) {}

  /** All, those that are off too, in their order. */
  async list(): Promise<MailRuleAnswer[]> {
    return (await this.rows()).map(mailRuleAnswer);
  }

  /** The rows themselves, in their order. */
  rows(): Promise<MailRule[]> {
    return this.database.run((em) => em.getRepository(MailRule).find(IN_ORDER));
  }

  /** Problem `mail-rule-not-found`. */
  async get(id: string): Promise<MailRuleAnswer> {
    const rule = await this.database.run((em) => em.getRepository(MailRule).findOneBy({ id }));
    return mailRuleAnswer(rule ?? notFound(id));
  }

  /** Adds one, last. Problem `mail-rules-too-many` beyond 500. */
  async create({ enabled = true, ...input }: NewMailRule, actor: Actor): Promise<MailRuleAnswer> {
    return this.book.changing(async (tx) => {
      const others = await this.locked(tx);
      if (others.length >= AT_MOST)
        throw mailAccountProblem('mail-rules-too-many', { params: { most: AT_MOST } });
      const now = this.clock.now();
      const position = (others.at(-1)?.position ?? 0) + 1;
      const stamps = { createdAt: now, updatedAt: now, updatedBy: actor.name, hits: 0, lastHitAt: null };
      const row = { id: randomUUID(), enabled, position, ...input, ...stamps };
      await tx.getRepository(MailRule).insert(row);
      await this.audit.record(rulesAudit('mail-rule-created', asSubject(row), actor), tx);
      return mailRuleAnswer(Object.assign(new MailRule(), row));
    });
  }

  /** Changes what is given. Problems `mail-rule-not-found`, `changed-meanwhile`. */
  async change(
    id: string,
    changes: MailRuleChanges,
    actor: Actor,
    precondition = Precondition.none,
  ): Promise<MailRuleAnswer> {
    return this.book.changing(async (tx) => {
      const rule = (await this.locked(tx)).find((one) => one.id === id) ?? notFound(id);
      precondition.require(mailRuleEdition.tag(mailRuleAnswer(rule)));
      const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const stamped = { ...said, updatedAt: this.clock.now(), updatedBy: actor.name };
      await tx.getRepository(MailRule).update({ id }, stamped);
      const fields = Object.keys(said).toSorted().join(', ');
      await this.audit.record(rulesAudit('mail-rule-changed', asSubject(rule), actor, { fields }), tx);
      return mailRuleAnswer(Object.assign(rule, stamped));
    });
  }

  /** Has them asked in this order. Problem `mail-rules-changed-meanwhile` unless it names each of them once. */
  async reorder(ids: readonly string[], actor: Actor): Promise<MailRuleAnswer[]> {
    return this.book.changing(async (tx) => {
      const rules = new Map((await this.locked(tx)).map((rule) => [rule.id, rule]));
      const complete = ids.length === rules.size && new Set(ids).size === ids.length;
      if (!complete || ids.some((id) => !rules.has(id)))
        throw mailAccountProblem('mail-rules-changed-meanwhile');
      await this.database.query(REORDER, [ids], tx);
      const all = { kind: 'mail-rule', id: 'all', name: '' } as const;
      await this.audit.record(rulesAudit('mail-rules-reordered', all, actor), tx);
      return ids.map((id) => mailRuleAnswer(rules.get(id) ?? notFound(id)));
    });
  }

  /** Deletes one. Problem `mail-rule-not-found`. */
  async remove(id: string, actor: Actor): Promise<void> {
    await this.book.changing(async (tx) => {
      const rule = (await this.locked(tx)).find((one) => one.id === id) ?? notFound(id);
      await tx.getRepository(MailRule).delete({ id });
      await this.audit.record(rulesAudit('mail-rule-deleted', asSubject(rule), actor), tx);
    });
  }

  // One admin at a time: the order is of all of them together.
  private async locked(tx: EntityManager): Promise<MailRule[]> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext('mailroom.mail_rule'))`, [], tx);
    return tx.getRepository(MailRule).find(IN_ORDER);
  }
}

const REORDER = `
  update mailroom.mail_rule set position = listed.position
  from unnest($1::uuid[]) with ordinality as listed (id, position) where mail_rule.id = listed.id`;

function asSubject({ id, name }: { readonly id: string; readonly name: string }) {
  return { kind: 'mail-rule', id, name } as const;
}

function notFound(id: string): never {
  throw mailAccountProblem('mail-rule-not-found', { params: { ruleId: id } });
}
