import { type EntitySubscriberInterface } from 'typeorm';

type TransactionStart = Parameters<NonNullable<EntitySubscriberInterface['afterTransactionStart']>>[0];

/**
 * A subscriber that says how long a migration may take and wait. Both hold for its transaction only, whatever the login's
 * own settings say: a login with a `statement_timeout` of seconds could never build an index over a long ledger, and one
 * without a `lock_timeout` would stand in front of a table, with everybody behind it, until a report of the host is done.
 */
export function migrationManners(lockMs: number): EntitySubscriberInterface {
  return {
    afterTransactionStart: async ({ queryRunner }: TransactionStart): Promise<void> => {
      await queryRunner.query(`set local lock_timeout = ${lockMs}`);
      await queryRunner.query(`set local statement_timeout = '1h'`);
    },
  };
}
