import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { clocksDiffer } from '../token-endpoint/clock-skew.js';

/** A machine of ours and a provider whose clocks differ. */
export interface ClockHealthRow {
  readonly host: string;
  /** Host name of the token endpoint. */
  readonly provider: string;
  /** How far ours is ahead, in seconds; negative when it is behind. */
  readonly skewSeconds: number;
  readonly measuredAt: Date;
}

/** Remembers where the clock of this machine differs from that of a provider by more than a minute. */
@Injectable()
export class ProviderClocks {
  /** Providers that are known to agree with us: nothing is in store about them. */
  readonly #agreed = new Set<string>();

  constructor(private readonly database: Database) {}

  /** Notes what an answer of this endpoint said of the time; nothing when it said nothing. */
  async note(endpoint: string, skewMs: number | undefined): Promise<void> {
    if (skewMs === undefined) return;
    const provider = new URL(endpoint).host;
    if (clocksDiffer(skewMs)) {
      this.#agreed.delete(provider);
      await this.database.query(DIFFER, [hostname(), provider, Math.round(skewMs / 1_000)]);
    } else if (!this.#agreed.has(provider)) {
      await this.database.query(AGREE, [hostname(), provider]);
      this.#agreed.add(provider);
    }
  }

  /** Where clocks differed within the last day, the worst first. */
  async wrong(): Promise<ClockHealthRow[]> {
    return (await this.database.query<ClockHealthRow>(WRONG)).rows;
  }
}

const DIFFER = `
  insert into mailroom.provider_clock (host, provider, skew_seconds, measured_at) values ($1, $2, $3, mailroom.now())
  on conflict (host, provider) do update set skew_seconds = excluded.skew_seconds, measured_at = excluded.measured_at`;

const AGREE = 'delete from mailroom.provider_clock where host = $1 and provider = $2';

const WRONG = `
  select host, provider, skew_seconds as "skewSeconds", measured_at as "measuredAt"
    from mailroom.provider_clock where measured_at > mailroom.now() - interval '1 day'
   order by abs(skew_seconds) desc, host, provider`;
