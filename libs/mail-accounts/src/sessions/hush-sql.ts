import { limitedAccountsSql } from './connection-rules.js';

/**
 * SQL: common tables that leave the kin of a session's account alone for as long as the provider said, and end in
 * `missed`, those that were just being written. Parameters: account, holder and epoch are the first, those given are the
 * rules, whether the login is what counts (else whoever shares the limit), whether sessions that run are meant too, and how
 * long, in ms.
 *
 * Its own row is locked first, when the update after it reads `own`, and no other one is waited for: two that are
 * throttled at a time never wait for each other.
 */
export function hushSql(rules: string, login: string, running: string, milliseconds: string): string {
  return `
  with ${limitedAccountsSql(rules)},
  own as materialized (
    select id from mailroom.mail_account where id = $1 and holder = $2 and epoch = $3 for no key update),
  kin as (
    select a.id from own join a mine using (id) join a on a.id <> mine.id and lower(a.host) = lower(mine.host)
      and case when ${login} then lower(a.login) = lower(mine.login) else a.host_key = mine.host_key end
    where ${running} or a.holder is null),
  other as materialized (
    select id from mailroom.mail_account where id in (select id from kin) for no key update skip locked),
  hushed as (
    update mailroom.mail_account account set not_before = ${wait(milliseconds)} where id in (select id from other)),
  missed as (
    select id from kin where id not in (select id from other))`;
}

/** SQL: the same for one of the missed, once it is free. Parameters: it, its kin, the last three of above. */
export const hushMissedSql = `
  update mailroom.mail_account account set not_before = ${wait('$5')}
  from mailroom.mail_account kin
  where account.id = $1 and kin.id = $2 and lower(account.host) = lower(kin.host)
    and (not $3 or lower(account.login) = lower(kin.login)) and ($4 or account.holder is null)`;

// Not all of them at the same moment.
function wait(milliseconds: string): string {
  return `greatest(account.not_before,
    mailroom.now() + ${milliseconds}::float8 * (1 + 0.1 * random()) * interval '1 millisecond')`;
}
