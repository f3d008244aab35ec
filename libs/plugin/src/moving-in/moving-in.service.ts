import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  findingsOfFile,
  movingVerdicts,
  MovingIn,
  wantsAttention,
  type Findings,
  type ForeignFile,
  type MovingOrder,
  type MovingPlan,
  type MovingReport,
  type MovingRow,
} from '@mailroom/kernel';
import {
  AccountsMovingIn,
  readOdooIncoming,
  readZnunyAccount,
  RoutesMovingIn,
} from '@mailroom/mail-accounts';
import {
  PolicyMovingIn,
  readOdooOutgoing,
  readZnunyProfile,
  ServersMovingIn,
} from '@mailroom/outgoing-servers';
import { type EntityManager } from 'typeorm';
import { readTable, type ForeignTable } from './read-table.js';
import { recogniseFile } from './recognise-file.js';

/** So many rows are moved in between two words about it. */
const ROWS_A_STEP = 10;
const NOBODY = (): void => undefined;

type Planner = (em: EntityManager) => Promise<MovingPlan[]>;

/** Wires what the libs know of other systems: each reads and plans its own rows, here they become one transaction. */
@Injectable()
export class MovingInService extends MovingIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsMovingIn,
    private readonly routes: RoutesMovingIn,
    private readonly servers: ServersMovingIn,
    private readonly policy: PolicyMovingIn,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  override findings(order: Pick<MovingOrder, 'content' | 'kind'>): Promise<Findings> {
    return findingsOfFile(() => read(order));
  }

  override async preview(order: MovingOrder): Promise<MovingReport> {
    const { table, kind, plan } = await this.planner(order);
    const plans = await this.database.run(plan);
    return reportOf(
      kind,
      table,
      plans.map(({ row }) => row),
    );
  }

  override async run(order: MovingOrder): Promise<MovingReport> {
    const { table, kind, plan } = await this.planner(order);
    return this.database.transaction(async (tx) => {
      // Two who move the same file in at once would not see each other's rows.
      await this.database.query(`select pg_advisory_xact_lock(hashtext('mailroom.moving-in'))`, [], tx);
      const rows = await stored(await plan(tx), order, tx);
      const report = reportOf(kind, table, rows);
      await this.record(report, order, tx);
      return report;
    });
  }

  // The host is asked where mail can go before anything is locked.
  private async planner({ content, kind: named, queues = {} }: MovingOrder) {
    const { table, kind } = await read({ content, kind: named });
    const places = await this.routes.places(queues);
    const { rows } = table;
    const now = this.clock.now();
    const planners: Readonly<Record<ForeignFile, Planner>> = {
      'znuny-mail-accounts': (em) => this.accounts.plan(rows, readZnunyAccount, places, em),
      'znuny-system-addresses': (em) => this.routes.plan(rows, places, em),
      'znuny-outbound-profiles': (em) => this.servers.plan(rows, readZnunyProfile, em),
      'odoo-incoming-servers': (em) =>
        this.accounts.plan(rows, (row) => readOdooIncoming(row, now), places, em),
      'odoo-outgoing-servers': (em) => this.servers.plan(rows, readOdooOutgoing, em),
      'odoo-system-parameters': (em) => this.policy.plan(rows, em),
      'odoo-alias-domains': (em) => this.policy.planDomains(rows, em),
    };
    return { table, kind, plan: planners[kind] };
  }

  private record(report: MovingReport, { actor }: MovingOrder, tx: EntityManager): Promise<void> {
    const { kind, here, nothing, refused, new: added } = report;
    const subject = { kind: 'settings', id: null, name: 'Moving in' } as const;
    const details = { kind, added, here, nothing, refused };
    return this.audit.record({ action: 'moved-in', subject, actor, details }, tx);
  }
}

// What was stored before somebody hung up goes back with the transaction.
async function stored(
  plans: readonly MovingPlan[],
  { actor, tell = NOBODY, hangUp }: MovingOrder,
  tx: EntityManager,
): Promise<MovingRow[]> {
  const rows: MovingRow[] = [];
  for (const { row, store } of plans) {
    if (rows.length % ROWS_A_STEP === 0) tell({ done: rows.length, of: plans.length });
    hangUp?.throwIfAborted();
    rows.push(store ? { ...row, id: await store(actor, tx) } : row);
  }
  hangUp?.throwIfAborted();
  return rows;
}

async function read({ content, kind: named }: Pick<MovingOrder, 'content' | 'kind'>) {
  const table = await readTable(content);
  return { table, kind: named ?? recogniseFile(table.columns) };
}

function reportOf(kind: ForeignFile, { format }: ForeignTable, rows: MovingRow[]): MovingReport {
  const counts = Object.fromEntries(
    movingVerdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
  ) as Pick<MovingReport, (typeof movingVerdicts)[number]>;
  const queues = rows.flatMap(({ notes }) =>
    notes.flatMap(({ code, params }) => (code.startsWith('destination-') ? String(params['queue']) : [])),
  );
  return {
    kind,
    format,
    ...counts,
    attention: rows.filter(wantsAttention).length,
    queues: [...new Set(queues)],
    rows,
  };
}
