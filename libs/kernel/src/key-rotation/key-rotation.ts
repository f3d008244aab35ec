import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Actor } from '../admin-access/admin-access.js';
import { AuditLog } from '../audit/audit-log.js';
import { KeyRing } from '../secrets/key-ring.js';
import { SecretBox } from '../secrets/secret-box.js';
import { RotationRecord, type RotationRun } from './rotation-record.js';
import { type SealedColumn, type UnreadableSecret } from './sealed-column.js';
import { SealedRows, type SealedRow } from './sealed-rows.js';

/** A refresh holds its token for 30 s at most; longer than that nobody needs to be waited for. */
const WAIT_MS = 1_000;
const WAITS = 45;

/** How far everything that is sealed is with the current key. */
export interface KeyProgress {
  readonly currentKeyId: string;
  /** Envelopes that there are. */
  readonly total: number;
  /** Those of the current key. */
  readonly done: number;
  /** Those whose key this ring does not hold, and what is no envelope. */
  readonly unreadable: number;
  /** The current key first. `keyId` is null for what is no envelope. */
  readonly byKey: readonly KeyShare[];
  readonly lastRun: RotationRun | null;
}

/** What one key holds. */
export interface KeyShare {
  readonly keyId: string | null;
  readonly current: boolean;
  /** True when the ring of this process holds the key. */
  readonly inRing: boolean;
  readonly count: number;
  readonly byPlace: readonly { readonly place: string; readonly count: number }[];
}

/** How a run ended. */
export interface RotationOutcome {
  readonly resealed: number;
  readonly unreadable: readonly UnreadableSecret[];
  /** Envelopes in use all the while; the next run gets them. */
  readonly left: number;
  /** True when `signal` ended it. */
  readonly interrupted: boolean;
}

/** How to run, and who wants it. */
export interface RotationOptions {
  readonly actor: Actor;
  /** Ends the run between two envelopes; what is done stays done. */
  readonly signal?: AbortSignal;
  /** After each batch. */
  readonly onProgress?: (soFar: { readonly resealed: number; readonly unreadable: number }) => void;
}

/**
 * Seals everything anew with the current key of the ring while all goes on. Each envelope is replaced only where it still
 * stands, so that a refresh or an admin in between always wins; a run may stop anywhere, be repeated, and be run by
 * several processes at once. Libs register their columns in `onModuleInit`.
 */
@Injectable()
export class KeyRotation {
  readonly #columns: SealedColumn[] = [];

  constructor(
    private readonly keys: KeyRing,
    private readonly box: SecretBox,
    private readonly rows: SealedRows,
    private readonly record: RotationRecord,
    private readonly audit: AuditLog,
  ) {}

  /** Adds columns to what is rotated. */
  register(...columns: SealedColumn[]): void {
    this.#columns.push(...columns);
  }

  /** Every `table.column` that is rotated, without the schema, in order. */
  places(): string[] {
    return this.#columns.map(placeName).toSorted();
  }

  /** What each key holds just now. */
  async progress(): Promise<KeyProgress> {
    const shares = new Map<string | null, KeyShare>();
    for (const column of this.#columns) {
      for (const { keyId, count } of await this.rows.count(column)) {
        const share = shares.get(keyId) ?? this.emptyShare(keyId);
        const byPlace = [...share.byPlace, { place: placeName(column), count }];
        shares.set(keyId, { ...share, count: share.count + count, byPlace });
      }
    }
    const byKey = [...shares.values()].toSorted((one, other) => Number(other.current) - Number(one.current));
    const lastRun = await this.record.last();
    return { currentKeyId: this.keys.current().id, byKey, lastRun, ...sums(byKey) };
  }

  /** Opens every envelope whose key is in the ring, and answers those that do not open: for somebody who has time. */
  async spoilt(): Promise<UnreadableSecret[]> {
    const found: UnreadableSecret[] = [];
    for (const column of this.#columns) {
      for await (const batch of this.rows.othersThan('', column)) {
        const known = batch.filter(({ keyId }) => keyId !== null && this.keys.byId(keyId) !== undefined);
        found.push(...known.filter((row) => !this.opens(column, row)).map((row) => unreadable(column, row)));
      }
    }
    return found;
  }

  /** Once over everything, until all but what is unreadable is sealed with the current key. */
  async run({ actor, signal, onProgress }: RotationOptions): Promise<RotationOutcome> {
    const tally = new Tally();
    const keyId = this.keys.current().id;
    await this.record.begun(keyId, actor);
    for (let waits = 0; ; waits += 1) {
      tally.busy = 0;
      for (const column of this.#columns) await this.reseal(column, tally, signal, onProgress);
      if (tally.busy === 0 || waits === WAITS || signal?.aborted) break;
      await pause(WAIT_MS, undefined, signal ? { signal } : {}).catch(() => undefined);
    }
    const outcome = tally.outcome(signal?.aborted ?? false);
    // A run that was interrupted has not come to its end: whoever looks on sees that nobody is at it any more.
    if (outcome.interrupted) await this.record.goesOn(outcome);
    else await this.record.ended(outcome);
    await this.tell(keyId, outcome, actor);
    return outcome;
  }

  private async reseal(
    column: SealedColumn,
    tally: Tally,
    signal: AbortSignal | undefined,
    onProgress: RotationOptions['onProgress'],
  ): Promise<void> {
    for await (const batch of this.rows.othersThan(this.keys.current().id, column)) {
      for (const row of batch) {
        if (signal?.aborted) return;
        await this.resealRow(column, row, tally);
      }
      await this.record.goesOn(tally.soFar());
      onProgress?.({ resealed: tally.resealed, unreadable: tally.soFar().unreadable.length });
    }
  }

  private async resealRow(column: SealedColumn, row: SealedRow, tally: Tally): Promise<void> {
    const place = column.placeOf(row.facts);
    let fresh: string;
    try {
      fresh = this.box.seal(this.box.open(row.envelope, place), place);
    } catch {
      tally.unreadableAt(`${placeName(column)} ${row.id}`, unreadable(column, row));
      return;
    }
    if (row.busy) tally.busy += 1;
    else if (await this.rows.replace(column, row.id, row.envelope, fresh)) tally.resealed += 1;
    // Somebody was faster. With the current key all is well; with an older one the next pass finds it.
    else tally.busy += 1;
  }

  private opens(column: SealedColumn, { envelope, facts }: SealedRow): boolean {
    try {
      this.box.open(envelope, column.placeOf(facts));
      return true;
    } catch {
      return false;
    }
  }

  private async tell(
    key: string,
    { resealed, unreadable, left, interrupted }: RotationOutcome,
    actor: Actor,
  ) {
    const details = { key, done: resealed, unreadable: unreadable.length, left, interrupted };
    const subject = { kind: 'keys', id: key, name: key };
    await this.audit.record({ action: 'keys-rotated', subject, actor, details });
  }

  private emptyShare(keyId: string | null): KeyShare {
    const current = keyId === this.keys.current().id;
    const inRing = keyId !== null && this.keys.byId(keyId) !== undefined;
    return { keyId, current, inRing, count: 0, byPlace: [] };
  }
}

/** What a run counts. An unreadable envelope is met again in every pass and counts once. */
class Tally {
  resealed = 0;
  busy = 0;
  readonly #unreadable = new Map<string, UnreadableSecret>();

  unreadableAt(where: string, secret: UnreadableSecret): void {
    this.#unreadable.set(where, secret);
  }

  soFar() {
    return { resealed: this.resealed, unreadable: [...this.#unreadable.values()] };
  }

  outcome(interrupted: boolean): RotationOutcome {
    return { ...this.soFar(), left: this.busy, interrupted };
  }
}

function unreadable(column: SealedColumn, { owner, keyId }: SealedRow): UnreadableSecret {
  return { place: placeName(column), owner: { kind: column.owner.kind, ...owner }, keyId };
}

function placeName({ table, column }: SealedColumn): string {
  return `${table.slice(table.indexOf('.') + 1)}.${column}`;
}

function sums(byKey: readonly KeyShare[]): Pick<KeyProgress, 'total' | 'done' | 'unreadable'> {
  const sum = (shares: readonly KeyShare[]): number => shares.reduce((total, { count }) => total + count, 0);
  return {
    total: sum(byKey),
    done: sum(byKey.filter(({ current }) => current)),
    unreadable: sum(byKey.filter(({ inRing }) => !inRing)),
  };
}
