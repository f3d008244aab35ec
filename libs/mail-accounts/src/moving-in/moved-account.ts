import {
  type ForeignReading,
  type ForeignRow,
  type ForeignValue,
  type MovedState,
  type Secret,
} from '@mailroom/kernel';
import { type TokenWish } from '@mailroom/oauth-tokens';
import { type NewAccount } from '../accounts/account-input.js';

/** An account as another system had it, before anything is looked up here. */
export interface MovedAccount {
  /** Its settings; what it signs in with, and where its mail goes, are found later. */
  readonly input: NewAccount;
  readonly state: MovedState;
  readonly password: Secret | null;
  /** Null for an account with a password. */
  readonly wish: TokenWish | null;
  /** Their name or number of the place where its mail goes. */
  readonly queue: string | null;
}

/** What a row says about an account. */
export type AccountReading = ForeignReading<MovedAccount>;

/** Their name of the queue that mail of a row goes to; its number where there is no name. */
export function queueIn(row: ForeignRow): ForeignValue | null {
  return row.value('queue', 'queue_name', 'queue_id');
}
