import { forEveryHost, SILENT_SECONDS, type ConnectionLimit } from '@mailroom/kernel';

/** SQL: the instances that beat. Leases ask the database's own clock. */
export const liveInstancesSql = `select id from mailroom.instance
  where seen_at > clock_timestamp() - interval '${SILENT_SECONDS} seconds'`;

/** Rules as the parameter of LIMITED wants them: JSON, in order, with patterns of LIKE. */
export function rulesParameter(limits: readonly ConnectionLimit[]): string {
  return JSON.stringify(
    forEveryHost(limits).map(({ host, per, limit }) => ({ host: likePattern(host), per, most: limit })),
  );
}

function likePattern(host: string): string {
  return host.replaceAll(/[\\_%]/g, '\\$&').replace('*', '%');
}

/** A visit that was asked for longer ago and has no seat is not waited for: nobody asks any more. */
const STILL_WANTED_SECONDS = 30;

/**
 * SQL: common tables, `live` (the instances that beat) first and `a` last: the accounts with what their connections are
 * counted by (`host_key`) and how many of those there may be (`most`). A session counts where it is connected, until it is
 * over, also when its account was pointed elsewhere since. `visiting` are the connections beside the sessions, and those
 * that are wanted (not `seated`), with the same `host_key` and `most`. `rules` is the parameter with the rules: the first
 * that fits a host counts.
 */
export function limitedAccountsSql(rules: string): string {
  return `live as (${liveInstancesSql}),
    rule as (
      select place, entry ->> 'host' as pattern, entry ->> 'per' as per, (entry ->> 'most')::int as most
      from jsonb_array_elements(${rules}::jsonb) with ordinality as listed (entry, place)),
    seat as (
      select id as seat_id, lower(coalesce(case when held then held_host end, host)) as seat_host,
        lower(coalesce(case when held then held_login end, login)) as seat_login
      from (select *, holder in (select id from live) as held from mailroom.mail_account) account),
    ruled as (
      select distinct on (seat_host) seat_host, per, most
      from (select seat_host from seat union select lower(host) from mailroom.mailbox_visit) known
        join rule on seat_host like pattern
      order by seat_host, place),
    visiting as (
      select visit.account_id, seated, most,
        case per when 'login' then seat_host || ' ' || lower(login) else seat_host end as host_key
      from mailroom.mailbox_visit visit join ruled on seat_host = lower(host)
      where holder in (select id from live)
        and (seated or asked_at > clock_timestamp() - interval '${STILL_WANTED_SECONDS} seconds')),
    a as (
      select account.*, most,
        case per when 'login' then seat_host || ' ' || seat_login else seat_host end as host_key
      from mailroom.mail_account account join seat on seat_id = account.id join ruled using (seat_host))`;
}
