import { Injectable } from '@nestjs/common';
import { AuditLog, Database, StoredSettings } from '@mailroom/kernel';
import { accountAudit } from '../accounts/account-audit.js';
import { SessionRequests } from '../sessions/session-requests.js';

/**
 * Makes drafts of accounts that have failed for as many days as the setting `draft-after-failing-days` says (0: never):
 * what they fail with stays on the row, and a banner says so until somebody decides.
 */
@Injectable()
export class FailingAccounts {
  constructor(
    private readonly database: Database,
    private readonly requests: SessionRequests,
    private readonly audit: AuditLog,
    private readonly stored: StoredSettings,
  ) {}

  /** Once over all accounts. */
  async look(): Promise<void> {
    const days = Number((await this.stored.get('draft-after-failing-days')).value);
    if (days === 0) return;
    await this.database.transaction(async (tx) => {
      const { rows } = await this.database.query<SetBack>(SET_BACK, [days], tx);
      for (const { id, name, code } of rows) {
        await this.requests.restart(id, tx);
        const details = { from: 'live', to: 'draft', code, days };
        await this.audit.record(accountAudit('account-set-back', { id, name }, null, details), tx);
      }
    });
  }
}

interface SetBack {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

// A machine that was off for a week, or whose clock jumped, comes back to old successes: what counts is that it failed
// before, and again and again. A fetch that went well and could not tidy up afterwards leaves a failure, too, but is no old one: it succeeded.
const SET_BACK = `
  update mailroom.mail_account
  set state = 'draft', set_back_at = mailroom.now(), set_back_code = failure_code, updated_at = mailroom.now()
  where state = 'live' and failure_code is not null and failures >= $1
    and failing_since < mailroom.now() - make_interval(days => $1)
    and greatest(last_success_at, last_taken_at, live_since) < mailroom.now() - make_interval(days => $1)
  returning id, name, set_back_code as code`;
