import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type Finding } from '../banners/banner.js';
import { type Posted } from './banner-post.js';

const WHICH = 'where kind = $1 and cause = $2';

/** A try to announce. */
export interface Try {
  /** The number of this one. */
  readonly tries: number;
  /** What became of telling by mail in one before; null when that is still to be done. */
  readonly mail: Posted['mail'] | null;
}

/** Which causes have been announced, and who may try next. */
@Injectable()
export class AnnouncementLog {
  constructor(private readonly database: Database) {}

  /** Takes the right to announce for `leaseSeconds`; null when it is not our turn. */
  async claim({ kind, cause }: Finding, triesAtMost: number, leaseSeconds: number): Promise<Try | null> {
    const { rows } = await this.database.query<Try>(
      `update mailroom.banner_memory
       set announce_tries = announce_tries + 1, announce_after = mailroom.now() + $4 * interval '1 second'
       ${WHICH} and announced_at is null and announce_after <= mailroom.now() and announce_tries < $3
       returning announce_tries as tries, mail`,
      [kind, cause, triesAtMost, leaseSeconds],
    );
    return rows[0] ?? null;
  }

  /** Never again for this cause. */
  async announced({ kind, cause }: Finding): Promise<void> {
    await this.database.query(`update mailroom.banner_memory set announced_at = mailroom.now() ${WHICH}`, [
      kind,
      cause,
    ]);
  }

  /** Never again by mail. */
  async posted({ banner: { kind, cause }, mail, through }: Posted): Promise<void> {
    await this.database.query(`update mailroom.banner_memory set mail = $3, mailed_through = $4 ${WHICH}`, [
      kind,
      cause,
      mail,
      through,
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
