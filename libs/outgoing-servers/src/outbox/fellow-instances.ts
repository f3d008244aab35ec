import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, InstanceBeat, SILENT_SECONDS } from '@mailroom/kernel';

/** The instances that work, this one among them, as of the last beat. */
@Injectable()
export class FellowInstances implements OnModuleInit {
  #ids: readonly string[];

  constructor(
    private readonly database: Database,
    private readonly beat: InstanceBeat,
  ) {
    this.#ids = [beat.id];
  }

  onModuleInit(): void {
    this.beat.onBeat(() => this.look());
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  private async look(): Promise<void> {
    const { rows } = await this.database.query<{ id: string }>(
      `select id from mailroom.instance where seen_at > clock_timestamp() - $1 * interval '1 second'`,
      [SILENT_SECONDS],
    );
    this.#ids = rows.map(({ id }) => id);
  }
}
