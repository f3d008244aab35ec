import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What failures of a mail account say: where it is, what was shown there, and whose token did not help. */
const SAID = `'host', 'port', 'folder', 'retryAfterMs', 'retryAt', 'fault', 'oauthStatus',
  'subject', 'issuer', 'names', 'endsAt', 'sha256',
  'mailbox', 'clientId', 'tokenId', 'code', 'allowed', 'at', 'missing', 'keyId'`;

/**
 * A session is counted where it is connected. And failures that once said more of their account than where it is, its
 * sealed password among it, are left with what a failure says.
 */
export class SessionSeats1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.mail_account add column held_host text, add column held_login text;

      update mailroom.mail_account set failure_params = ${said('failure_params')}
        where failure_params <> ${said('failure_params')};
      update mailroom.fetch_run set problem_params = ${said('problem_params')}
        where problem_params <> ${said('problem_params')};
      update mailroom.mail_account set last_check = jsonb_set(last_check, '{steps}', (
          select jsonb_agg(case when jsonb_typeof(step -> 'problem') = 'object'
              then jsonb_set(step, '{problem,params}', ${said("step #> '{problem,params}'")}) else step end
            order by place)
          from jsonb_array_elements(last_check -> 'steps') with ordinality as listed (step, place)))
        where jsonb_array_length(last_check -> 'steps') > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mailroom.mail_account drop column held_login, drop column held_host');
  }
}

function said(params: string): string {
  return `(select coalesce(jsonb_object_agg(key, value), '{}')
    from jsonb_each(case jsonb_typeof(${params}) when 'object' then ${params} else '{}' end)
    where key in (${SAID}) and jsonb_typeof(value) not in ('array', 'object'))`;
}
