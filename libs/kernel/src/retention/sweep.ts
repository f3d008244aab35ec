import { type EntityManager } from 'typeorm';
import { type SettingKey } from '../settings/known-settings.js';

/** Settings that say for how many days something is kept. */
export type RetentionKey = Extract<SettingKey, `${string}-retention-days`>;

/** Where a batch begins and what it may take. */
export interface Step {
  /** What is older is no longer kept. */
  readonly days: number;
  /** Rows to look at, at most. */
  readonly limit: number;
  /** What the batch before ended with; null at the beginning. */
  readonly after: string | null;
}

/** What a batch came to. */
export interface Swept {
  readonly removed: number;
  /** Where the next one begins; null when there is nothing more. */
  readonly after: string | null;
}

/** One kind of what is kept for a time only. */
export interface Sweep {
  readonly name: string;
  /** Zero days are for ever. */
  readonly setting: RetentionKey;
  /** Removes in `tx` what a bounded look finds: it gets half a minute, and two seconds for a lock. */
  batch(step: Step, tx: EntityManager): Promise<Swept>;
}

/** The newest run over one kind. */
export interface SweepRun {
  readonly name: string;
  readonly setting: RetentionKey;
  /** Null when there was none yet. */
  readonly begunAt: Date | null;
  /** Null while it goes on. */
  readonly endedAt: Date | null;
  readonly removed: number;
  /** Code of what stopped it. */
  readonly problem: string | null;
}
