import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type Finding } from '../banners/banner.js';

const WHICH = 'where kind = $1 and cause = $2';

/** Which causes have been announced, and who may try next. */
@Injectable()
export class AnnouncementLog {
  constructor(private readonly database: Database) {}

  /** Takes the right to announce for `leaseSeconds`; the number of this try, or null when it is not our turn. */
  async claim({ kind, cause }: Finding, triesAtMost: number, leaseSeconds: number): Promise<number | null> {
    const { rows } = await this.database.query<{ announce_tries: number }>(
      `update mailroom.banner_memory
       set announce_tries = announce_tries + 1, announce_after = mailroom.now() + $4 * interval '1 second'
       ${WHICH} and announced_at is null and announce_after <= mailroom.now() and announce_tries < $3
       returning announce_tries`,
      [kind, cause, triesAtMost, leaseSeconds],
    );
    return rows[0]?.announce_tries ?? null;
  }

  /** Never again for this cause. */
  async announced({ kind, cause }: Finding): Promise<void> {
    await this.database.query(`update mailroom.banner_memory set announced_at = mailroom.now() ${WHICH}`, [
      kind,
      cause,
    ]);
  }

  /** Again after `delayMs`. */
  async failed({ kind, cause }: Finding, delayMs: number): Promise<void> {
    await this.database.query(
      `update mailroom.banner_memory set announce_after = mailroom.now() + $3 * interval '1 millisecond' ${WHICH}`,
      [kind, cause, delayMs],
    );
  }
}
