import { Problem, problemSaid } from '@mailroom/kernel';
import { type BadEntry, type ClientEntry } from './client-entry.js';
import { type ImportEntry } from './import-report.js';
import { type Plan } from './plan-entry.js';

/** The report on an entry that makes no client; an error without a name is `unexpected`. */
export function refused(entry: ClientEntry | BadEntry, error: unknown): ImportEntry {
  const field = error instanceof Problem ? (error.field ?? null) : null;
  return { ...about(entry), verdict: 'refused', clientId: null, problem: { ...problemSaid(error), field } };
}

/** The report on an entry with a plan; `clientId` is the client that it became, null while it is not there. */
export function planned(entry: ClientEntry, plan: Plan, clientId: string | null): ImportEntry {
  const said = { ...about(entry), clientId };
  switch (plan.verdict) {
    case 'added':
      return { ...said, verdict: 'added', notes: [...plan.notes] };
    case 'replaced':
      return { ...said, verdict: 'replaced', changes: [...plan.changes], notes: [...plan.notes] };
    case 'skipped':
      return { ...said, verdict: 'skipped' };
  }
}

function about(entry: ClientEntry | BadEntry): Omit<ImportEntry, 'verdict' | 'clientId'> {
  const { name, line } = entry;
  const kind =
    'template' in entry ? { template: entry.template, flow: entry.flow } : { template: null, flow: null };
  return { name, line, ...kind, problem: null, changes: [], notes: [] };
}
