import { median, rounded } from '../figures.js';

/** One pass over all accounts: wall clock, and processor time of the helpdesk's process. */
export interface Pass {
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** The result line: medians over the passes. */
export function report(accounts: number, passes: readonly Pass[]) {
  return {
    bench: 'poll',
    accounts,
    accounts_per_s: rounded(accounts / median(passes.map(({ seconds }) => seconds)), 1),
    cpu_ms_per_poll: rounded((median(passes.map((pass) => pass.processorSeconds)) * 1_000) / accounts, 2),
  };
}
