import { forEveryHost, type ConnectionLimit } from '@mailroom/kernel';

/** Rules as the parameter of LIMITED wants them: JSON, in order, with patterns of LIKE. */
export function rulesParameter(limits: readonly ConnectionLimit[]): string {
  return JSON.stringify(
    forEveryHost(limits).map(({ host, per, limit }) => ({ host: likePattern(host), per, most: limit })),
  );
}

function likePattern(host: string): string {
  return host.replaceAll(/[\\_%]/g, '\\$&').replace('*', '%');
}

/**
 * SQL: common tables that end in `a`, the accounts with what their connections are counted by (`host_key`) and how many
 * of those there may be (`most`). `rules` is the parameter with the rules: the first that fits a host counts.
 */
export function limitedAccountsSql(rules: string): string {
  return `rule as (
      select place, entry ->> 'host' as pattern, entry ->> 'per' as per, (entry ->> 'most')::int as most
      from jsonb_array_elements(${rules}::jsonb) with ordinality as listed (entry, place)),
    ruled as (
      select distinct on (host) host, per, most
      from (select distinct lower(host) as host from mailroom.mail_account) known join rule on host like pattern
      order by host, place),
    a as (
      select account.*, most, case per when 'login' then ruled.host || ' ' || lower(login) else ruled.host end as host_key
      from mailroom.mail_account account join ruled on ruled.host = lower(account.host))`;
}
