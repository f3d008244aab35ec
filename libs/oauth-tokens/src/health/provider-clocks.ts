import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mailroom/kernel';
import { clocksDiffer } from '../token-endpoint/clock-skew.js';

/** A difference that lasts is written so often: who reads it asks for those of the last day. */
const NOTE_AGAIN_MS = 3_600_000;
/** The header counts whole seconds, and answers take their time. */
const JITTER_SECONDS = 3;

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
  /** What is in store about a provider, as far as this process knows. */
  readonly #noted = new Map<string, { readonly skewSeconds: number; readonly at: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes what an answer of this endpoint said of the time; nothing when it said nothing. What is known already is not
   * written again: agreement once, a difference once an hour unless it became another.
   */
  async note(endpoint: string, skewMs: number | undefined): Promise<void> {
    if (skewMs === undefined) return;
    const provider = new URL(endpoint).host;
    const skewSeconds = clocksDiffer(skewMs) ? Math.round(skewMs / 1_000) : 0;
    const at = this.clock.now().getTime();
    if (this.knows(provider, skewSeconds, at)) return;
    if (skewSeconds === 0) await this.database.query(AGREE, [hostname(), provider]);
    else await this.database.query(DIFFER, [hostname(), provider, skewSeconds]);
    this.#noted.set(provider, { skewSeconds, at });
  }

  private knows(provider: string, skewSeconds: number, at: number): boolean {
    const noted = this.#noted.get(provider);
    if (!noted) return false;
    if (skewSeconds === 0 || noted.skewSeconds === 0) return skewSeconds === noted.skewSeconds;
    const age = Math.abs(at - noted.at);
    return age < NOTE_AGAIN_MS && Math.abs(skewSeconds - noted.skewSeconds) <= JITTER_SECONDS;
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
