import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, InstanceBeat, Pokes, StoredSettings, type SettingValues } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { RULES_TOPIC } from '../dispatch/destinations.js';
import { type Rule } from './apply-rules.js';
import { type SenderLimit } from './sender-rate.js';

/** Everything that admins decided about mail on its way in, as one moment saw it. */
export interface RuleBookPage {
  /** Those that are switched on, in their order. */
  readonly rules: readonly Rule[];
  /** Destination by address or `*@domain`. */
  readonly routes: ReadonlyMap<string, string>;
  /** What names of control headers begin with, lower case. */
  readonly prefixes: readonly string[];
  readonly senderLimit: SenderLimit;
}

interface Row {
  readonly rules: Rule[] | null;
  readonly routes: Record<string, string> | null;
}

const READ = `
  select
    (select json_agg(json_build_object('id', id, 'name', name, 'match', match, 'conditions', conditions,
       'actions', actions) order by position, id) from mailroom.mail_rule where enabled) as rules,
    (select json_object_agg(address, destination) from mailroom.recipient_route) as routes`;

/**
 * The rules and routes, remembered by each instance: mail that comes in costs no statement for them. Whoever changes
 * them does it through `changing`; the others hear of it at once, and by the next beat where the hint was lost.
 */
@Injectable()
export class RuleBook implements OnModuleInit {
  #page: RuleBookPage | undefined;
  /** Grows with every change: what was read before is not kept after it. */
  #edition = 0;

  constructor(
    private readonly database: Database,
    private readonly pokes: Pokes,
    private readonly beat: InstanceBeat,
    private readonly settings: StoredSettings,
  ) {}

  onModuleInit(): void {
    this.pokes.on(RULES_TOPIC, () => this.forget());
    this.beat.onBeat(async () => this.forget());
  }

  /** What holds now; read through `tx` when it is not remembered. */
  async current(tx?: EntityManager): Promise<RuleBookPage> {
    if (this.#page) return this.#page;
    const edition = this.#edition;
    const { rows } = await this.database.query<Row>(READ, [], tx);
    const settings = await this.settings.values(tx);
    const page = pageOf(rows[0], settings);
    if (edition === this.#edition) this.#page = page;
    return page;
  }

  /** Changes rules or routes in a transaction of its own and has everybody read them anew. */
  async changing<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const result = await this.database.transaction((tx) => this.changingIn(tx, () => work(tx)));
    this.forget();
    return result;
  }

  /** The same within `tx`: everybody hears of it when that has committed. */
  async changingIn<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
    const done = await work();
    await this.pokes.poke(RULES_TOPIC, 'all', tx);
    return done;
  }

  private forget(): void {
    this.#edition += 1;
    this.#page = undefined;
  }
}

function pageOf(row: Row | undefined, settings: SettingValues): RuleBookPage {
  return {
    rules: row?.rules ?? [],
    routes: new Map(Object.entries(row?.routes ?? {})),
    senderLimit: { mails: settings['sender-limit-mails'], minutes: settings['sender-limit-minutes'] },
    prefixes: settings['control-header-prefixes'].split(/[\s,]+/).filter((prefix) => prefix !== ''),
  };
}
