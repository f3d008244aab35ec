import { Injectable, type OnModuleInit, type OnApplicationShutdown } from '@nestjs/common';
import { Database, InstanceBeat } from '@mailroom/kernel';

const COUNT = `
  update mailroom.mail_rule
  set hits = hits + found.count, last_hit_at = mailroom.now()
  from (select id, count from unnest($1::uuid[], $2::integer[]) as counted (id, count) order by id) found
  where mail_rule.id = found.id`;

/** Counts what rules were about: in memory, and with one statement per beat in their rows. */
@Injectable()
export class RuleHits implements OnModuleInit, OnApplicationShutdown {
  #counts = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly beat: InstanceBeat,
  ) {}

  onModuleInit(): void {
    // Whoever follows the beat goes on, and so does the counting.
    this.beat.onBeat(() => this.write().catch(() => undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.write().catch(() => undefined);
  }

  /** These rules were about one more mail, which is committed. */
  count(ids: readonly string[]): void {
    for (const id of ids) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
  }

  /** Writes down what was counted. What cannot be written is counted with the next time. */
  async write(): Promise<void> {
    const counts = this.#counts;
    if (counts.size === 0) return;
    this.#counts = new Map();
    try {
      await this.database.query(COUNT, [[...counts.keys()], [...counts.values()]]);
    } catch (error) {
      for (const [id, count] of counts) this.#counts.set(id, (this.#counts.get(id) ?? 0) + count);
      throw error;
    }
  }
}
