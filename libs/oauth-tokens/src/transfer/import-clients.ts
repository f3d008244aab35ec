import { Injectable } from '@nestjs/common';
import { type Actor, AuditLog, EventLog, type Findings, findingsOfFile, type Secret } from '@mailroom/kernel';
import { QueryFailedError } from 'typeorm';
import { clientsAudit } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { isBad, type ClientEntry, type ReadEntry } from './client-entry.js';
import { EntryEndpoints } from './entry-endpoints.js';
import { EntryGroup, type Outcome } from './entry-group.js';
import { type ImportEntry, type ImportReport } from './import-report.js';
import { readEntries, type ReadEntries } from './read-entries.js';
import { refused } from './verdicts.js';

const GROUP = 100;

/** A file to import. */
export interface ImportOrder {
  readonly yaml: string | Uint8Array;
  /** Replace clients of the same name; without it they are skipped. */
  readonly overwrite: boolean;
  readonly passphrase?: Secret | undefined;
  readonly actor: Actor;
}

/**
 * Takes clients from YAML, of our own format or exported by Znuny. Good entries are stored and bad ones reported; each is
 * stored whole or not at all. Tokens are not touched, unless the origin of a token endpoint moves.
 */
@Injectable()
export class ImportClients {
  readonly #log = new EventLog();

  constructor(
    private readonly endpoints: EntryEndpoints,
    private readonly group: EntryGroup,
    private readonly audit: AuditLog,
  ) {}

  /** What `run` would do. Changes nothing; problems are those of `readEntries`. */
  async preview(order: ImportOrder): Promise<ImportReport> {
    return this.each(order, (entries) => this.group.preview(entries, order));
  }

  /**
   * What is wrong with a file as a whole while it is put together, at the field `source` or `passphrase`: whatever `preview`
   * and `run` would be refused for.
   */
  findings({ yaml, passphrase }: Pick<ImportOrder, 'yaml' | 'passphrase'>): Promise<Findings> {
    return findingsOfFile(() => readEntries(yaml, passphrase ?? null), 'passphrase');
  }

  /** Imports. Problems are those of `readEntries`; then nothing was imported. */
  async run(order: ImportOrder): Promise<ImportReport> {
    const report = await this.each(order, (entries) => this.store(entries, order));
    const { format, added, replaced, skipped, refused: refusals } = report;
    const details = { format, added, replaced, skipped, refused: refusals, overwrite: order.overwrite };
    await this.audit.record(clientsAudit('clients-imported', order.actor, details));
    return report;
  }

  private async each(
    { yaml, passphrase }: ImportOrder,
    work: (entries: readonly ClientEntry[]) => Promise<readonly Outcome[]>,
  ): Promise<ImportReport> {
    const { format, entries } = await readEntries(yaml, passphrase ?? null);
    const checked = await this.endpoints.check(entries);
    const good = checked.filter((entry): entry is ClientEntry => !isBad(entry));
    const outcomes = new Map<ReadEntry, Outcome>();
    for (const entry of checked) if (isBad(entry)) outcomes.set(entry, refused(entry, entry.problem));
    for (let start = 0; start < good.length; start += GROUP) {
      const part = good.slice(start, start + GROUP);
      const said = await work(part);
      part.forEach((entry, index) => said[index] && outcomes.set(entry, said[index]));
    }
    return reportOf(
      format,
      checked.flatMap((entry) => outcomes.get(entry) ?? []),
    );
  }

  // One that the database refuses takes its group along: then each goes alone, and only that one is left behind.
  private async store(entries: readonly ClientEntry[], order: ImportOrder): Promise<readonly Outcome[]> {
    try {
      return await this.group.store(entries, order);
    } catch (error) {
      if (!(error instanceof QueryFailedError)) throw error;
      const [alone] = entries;
      if (entries.length === 1 && alone) return [refused(alone, this.named(error))];
    }
    const outcomes: Outcome[] = [];
    for (const entry of entries) outcomes.push(...(await this.store([entry], order)));
    return outcomes;
  }

  private named(error: QueryFailedError) {
    const { constraint } = error.driverError as { constraint?: string };
    if (constraint === 'oauth_client_name_taken') return oauthProblem('client-name-taken', { field: 'name' });
    this.#log.error('import-failed', 'Clients could not be stored', {}, error);
    return error;
  }
}

function reportOf(format: ReadEntries['format'], entries: ImportEntry[]): ImportReport {
  const count = (verdict: ImportEntry['verdict']) =>
    entries.filter((entry) => entry.verdict === verdict).length;
  return {
    format,
    added: count('added'),
    replaced: count('replaced'),
    skipped: count('skipped'),
    refused: count('refused'),
    entries,
  };
}
