import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  domainOf,
  findingsOf,
  Precondition,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import { Not, QueryFailedError, type EntityManager } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { RuleBook } from '../rules/rule-book.js';
import { rulesAudit } from '../rules/rules-audit.js';
import { RecipientRoute } from './recipient-route.js';
import {
  routeAnswer,
  routeEdition,
  type NewRoute,
  type Route,
  type RouteChanges,
  type RouteDraft,
} from './route-shapes.js';

/** The routes by recipient as admins keep them. A destination may be one that the host gets later. */
@Injectable()
export class RecipientRoutes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly book: RuleBook,
  ) {}

  /** All, by domain and address. */
  async list(): Promise<Route[]> {
    const rows = await this.database.run((em) => em.getRepository(RecipientRoute).find());
    return rows.map(routeAnswer).toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  }

  /** One of them. Problem `route-not-found`. */
  async get(id: string): Promise<Route> {
    const route = await this.database.run((em) => em.getRepository(RecipientRoute).findOneBy({ id }));
    if (!route) throw routeNotFound(id);
    return routeAnswer(route);
  }

  /** Adds one. Problem `route-address-taken`. */
  async create(route: NewRoute, actor: Actor): Promise<Route> {
    return this.changing(async (tx) => routeAnswer(await this.insert(route, actor, tx)));
  }

  /** The same in `tx`, the transaction of something greater, and answers the id. */
  async add(route: NewRoute, actor: Actor, tx: EntityManager): Promise<string> {
    return this.book.changingIn(tx, async () => (await this.insert(route, actor, tx)).id);
  }

  /** What the rules say to a form that is being filled in. */
  findings(form: TypedForm<RouteDraft>): Promise<Findings> {
    return findingsOf(form, ({ id, address }) => this.requireFree(address, id));
  }

  /** Changes what is given. Problems `route-not-found`, `route-address-taken`, `changed-meanwhile`. */
  async change(
    id: string,
    changes: RouteChanges,
    actor: Actor,
    precondition = Precondition.none,
  ): Promise<Route> {
    return this.changing(async (tx) => {
      const route = await locked(id, tx);
      precondition.require(routeEdition.tag(routeAnswer(route)));
      const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const stamps = { updatedAt: this.clock.now(), updatedBy: actor.name };
      const row = await tx.getRepository(RecipientRoute).save(Object.assign(route, said, stamps));
      const { destination } = row;
      await this.audit.record(
        rulesAudit('recipient-route-changed', asSubject(row), actor, { destination }),
        tx,
      );
      return routeAnswer(row);
    });
  }

  /** Deletes one. Problem `route-not-found`. */
  async remove(id: string, actor: Actor): Promise<void> {
    await this.changing(async (tx) => {
      const route = await locked(id, tx);
      await tx.getRepository(RecipientRoute).delete({ id });
      await this.audit.record(rulesAudit('recipient-route-deleted', asSubject(route), actor), tx);
    });
  }

  private async insert({ address, destination, comment = '' }: NewRoute, actor: Actor, tx: EntityManager) {
    const now = this.clock.now();
    const row = { id: randomUUID(), address, destination, comment };
    const stamped = { ...row, createdAt: now, updatedAt: now, updatedBy: actor.name };
    await tx.getRepository(RecipientRoute).insert(stamped);
    const audited = { destination };
    await this.audit.record(rulesAudit('recipient-route-created', asSubject(row), actor, audited), tx);
    return stamped;
  }

  // Of two who store an address at once the database takes one, see `changing`.
  private async requireFree(address: string | undefined, butOf: string | undefined): Promise<void> {
    if (address === undefined) return;
    const other = butOf === undefined ? {} : { id: Not(butOf) };
    const routes = (em: EntityManager) => em.getRepository(RecipientRoute);
    if (await this.database.run((em) => routes(em).existsBy({ address, ...other }))) throw addressTaken();
  }

  private changing<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.book.changing(work).catch((error: unknown) => {
      const driver = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
      if (driver.constraint === 'recipient_route_address_taken') throw addressTaken();
      throw error;
    });
  }
}

function routeNotFound(id: string) {
  return mailAccountProblem('route-not-found', { params: { routeId: id } });
}

function addressTaken() {
  return mailAccountProblem('route-address-taken', { field: 'address' });
}

function sortKey({ address }: Route): string {
  return `${domainOf(address)} ${address}`;
}

function asSubject({ id, address }: { id: string; address: string }) {
  return { kind: 'recipient-route', id, name: address } as const;
}

async function locked(id: string, tx: EntityManager): Promise<RecipientRoute> {
  const lock = { mode: 'pessimistic_write' } as const;
  const route = await tx.getRepository(RecipientRoute).findOne({ where: { id }, lock });
  if (!route) throw routeNotFound(id);
  return route;
}
