import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type AccountState } from './mail-account.js';

const MOVES: Readonly<Record<AccountState, readonly AccountState[]>> = {
  draft: ['live', 'archived'],
  live: ['paused', 'archived'],
  paused: ['live', 'archived'],
  archived: ['paused'],
};

/** May an account go from one state to the other? To stay is always allowed. Throws `account-state-refused`. */
export function checkMove(from: AccountState, to: AccountState): void {
  if (from !== to && !MOVES[from].includes(to)) {
    throw mailAccountProblem('account-state-refused', { field: 'state', params: { from, to } });
  }
}
