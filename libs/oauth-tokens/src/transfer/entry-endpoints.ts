import { Injectable } from '@nestjs/common';
import { Egress, Problem } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { requireSafeEndpoint } from '../token-endpoint/safe-endpoint.js';
import { isBad, type ClientEntry, type ReadEntry } from './client-entry.js';

const ENDPOINTS = [
  'authorizationEndpoint',
  'tokenEndpoint',
  'refreshEndpoint',
  'revocationEndpoint',
  'deviceEndpoint',
] as const;
/** Hosts of plain http that one file may make us look up. Every provider speaks https; a sandbox is one host. */
const LOOK_UPS_AT_MOST = 20;

type Verdict = () => Promise<void>;

/**
 * Refuses entries whose endpoints may not carry secrets. Each host is looked up once for a file, and no more than 20 of
 * them, so that no file keeps us asking name servers.
 */
@Injectable()
export class EntryEndpoints {
  constructor(private readonly egress: Egress) {}

  /** The same entries, in their order; those with a bad endpoint have become bad. */
  async check(entries: readonly ReadEntry[]): Promise<readonly ReadEntry[]> {
    const origins = new Map<string, Verdict>();
    const checked: ReadEntry[] = [];
    for (const entry of entries) checked.push(isBad(entry) ? entry : await this.checkOne(entry, origins));
    return checked;
  }

  private async checkOne(entry: ClientEntry, origins: Map<string, Verdict>): Promise<ReadEntry> {
    try {
      for (const field of ENDPOINTS) await this.checkEndpoint(entry.settings[field], field, origins);
      return entry;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { name: entry.name, line: entry.line, problem: error };
    }
  }

  private async checkEndpoint(
    endpoint: string | null | undefined,
    field: string,
    origins: Map<string, Verdict>,
  ): Promise<void> {
    if (typeof endpoint !== 'string' || endpoint.startsWith('https:')) return;
    const { origin, hostname } = new URL(endpoint);
    const known = origins.get(origin);
    if (!known && origins.size >= LOOK_UPS_AT_MOST)
      throw oauthProblem('endpoint-needs-https', { field, params: { host: hostname } });
    const asked = known ?? this.ask(endpoint);
    origins.set(origin, asked);
    await asked().catch((error: unknown) => {
      throw error instanceof Problem ? atField(error, field) : error;
    });
  }

  private ask(endpoint: string): Verdict {
    const outcome = requireSafeEndpoint(this.egress, endpoint);
    // Whoever asks later gets the same answer.
    outcome.catch(() => undefined);
    return () => outcome;
  }
}

function atField(problem: Problem, field: string): Problem {
  const { code, kind, params, disposition, cause } = problem;
  return new Problem(code, kind, { field, params, disposition, cause });
}
