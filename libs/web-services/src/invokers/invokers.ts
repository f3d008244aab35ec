import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  Egress,
  findingsOf,
  Precondition,
  SecretBox,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import { Not, type EntityManager, QueryFailedError } from 'typeorm';
import { requireSafeWay } from '../calls/safe-way.js';
import { invokerAudit } from '../web-services-audit.js';
import { webServicesProblem } from '../web-services-problems.js';
import { invokerAnswer, type InvokerAnswer } from './invoker-answer.js';
import {
  invokerEdition,
  newInvokerSchema,
  type InvokerChanges,
  type InvokerDraft,
  type NewInvoker,
} from './invoker-input.js';
import { changedSettings, newSettings, type InvokerSettings } from './invoker-settings.js';
import { Invoker } from './invoker.js';

/** The invokers as admins keep them. */
@Injectable()
export class Invokers {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** All, by name. */
  async list(): Promise<InvokerAnswer[]> {
    const rows = await this.database.run((em) => em.getRepository(Invoker).find({ order: { name: 'asc' } }));
    return rows.map(invokerAnswer);
  }

  /** Problem `invoker-not-found`. */
  async get(id: string): Promise<InvokerAnswer> {
    return invokerAnswer(await this.row(id));
  }

  /** The row itself, with what is sealed in it. Problem `invoker-not-found`. */
  async row(id: string): Promise<Invoker> {
    const row = await this.database.run((em) => em.getRepository(Invoker).findOneBy({ id }));
    if (!row) throw notFound({ id });
    return row;
  }

  /** The row that a host means. Problem `invoker-not-found`. */
  async named(name: string): Promise<Invoker> {
    const row = await this.database.run((em) => em.getRepository(Invoker).findOneBy({ name }));
    if (!row) throw notFound({ name });
    return row;
  }

  /** Adds one. Problems: those of `newSettings` and `requireSafeWay`, `invoker-name-taken`, `invoker-token-unknown`. */
  async create(input: NewInvoker, actor: Actor): Promise<InvokerAnswer> {
    const id = randomUUID();
    const settings = newSettings(id, input, this.box);
    await this.checkWay(settings);
    const now = this.clock.now();
    const row = { id, ...settings, createdAt: now, updatedAt: now, updatedBy: actor.name };
    await storing(
      this.database.transaction(async (tx) => {
        await tx.getRepository(Invoker).insert(row);
        await this.audit.record(invokerAudit('invoker-created', row, actor), tx);
      }),
    );
    return invokerAnswer(row);
  }

  /** What the rules say to a form that is being filled in. Problem `invoker-not-found` for an `id` that is none. */
  async findings(form: TypedForm<InvokerDraft>): Promise<Findings> {
    return findingsOf(
      form,
      async ({ id, ...draft }) =>
        id === undefined
          ? newSettings(randomUUID(), newInvokerSchema.parse({ ...NOTHING_SAID, ...draft }), this.box)
          : changedSettings(await this.row(id), draft, this.box),
      ({ id, name }) => this.requireFree(name, id),
    );
  }

  /** Changes what is given. Problems as for `create`, those of `changedSettings`, `invoker-not-found`, `changed-meanwhile`. */
  async change(
    id: string,
    changes: InvokerChanges,
    actor: Actor,
    precondition = Precondition.none,
  ): Promise<InvokerAnswer> {
    await this.checkWay(changedSettings(await this.row(id), changes, this.box));
    return storing(
      this.database.transaction(async (tx) => {
        const invoker = await locked(id, tx);
        precondition.require(invokerEdition.tag(invokerAnswer(invoker)));
        const settings = changedSettings(invoker, changes, this.box);
        const stamps = { updatedAt: this.clock.now(), updatedBy: actor.name };
        const row = await tx.getRepository(Invoker).save(Object.assign(invoker, settings, stamps));
        const fields = Object.keys(changes).toSorted().join(', ');
        await this.audit.record(invokerAudit('invoker-changed', row, actor, { fields }), tx);
        if (typesSecret(changes))
          await this.audit.record(invokerAudit('invoker-secret-changed', row, actor), tx);
        return invokerAnswer(row);
      }),
    );
  }

  /** Pauses every live one, in `tx`, and answers how many that were. */
  async pauseAll(tx: EntityManager): Promise<number> {
    const stamps = { updatedAt: this.clock.now(), updatedBy: 'Mailroom' };
    const { affected } = await tx
      .getRepository(Invoker)
      .update({ state: 'live' }, { state: 'paused', ...stamps });
    return affected ?? 0;
  }

  /** Deletes one. Problem `invoker-not-found`. */
  async remove(id: string, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const invoker = await locked(id, tx);
      await tx.getRepository(Invoker).delete({ id });
      await this.audit.record(invokerAudit('invoker-deleted', invoker, actor), tx);
    });
  }

  // Of two who store a name at once the database takes one, see `storing`.
  private async requireFree(name: string | undefined, butOf: string | undefined): Promise<void> {
    if (name === undefined) return;
    const other = butOf === undefined ? {} : { id: Not(butOf) };
    const taken = await this.database.run((em) => em.getRepository(Invoker).existsBy({ name, ...other }));
    if (taken) throw nameTaken();
  }

  // Nobody waits for a name server to write down an https address.
  private async checkWay(settings: InvokerSettings): Promise<void> {
    if (settings.baseUrl.startsWith('http:')) await requireSafeWay(this.egress, settings);
  }
}

/** Stands for what a form does not hold yet. */
const NOTHING_SAID = { name: 'nothing', baseUrl: 'https://nowhere.invalid', method: 'POST' };

function typesSecret({ headers = [] }: InvokerChanges): boolean {
  return headers.some(({ secret, value }) => secret && value !== undefined);
}

async function locked(id: string, tx: EntityManager): Promise<Invoker> {
  const invoker = await tx
    .getRepository(Invoker)
    .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!invoker) throw notFound({ id });
  return invoker;
}

function notFound(params: { id: string } | { name: string }) {
  return webServicesProblem('invoker-not-found', { params });
}

function nameTaken() {
  return webServicesProblem('invoker-name-taken', { field: 'name' });
}

async function storing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const driver =
      error instanceof QueryFailedError ? (error.driverError as { constraint?: string; code?: string }) : {};
    if (driver.constraint === 'web_service_invoker_name_taken') throw nameTaken();
    // 23503 is foreign_key_violation.
    if (driver.code === '23503') throw webServicesProblem('invoker-token-unknown', { field: 'tokenId' });
    throw error;
  }
}
