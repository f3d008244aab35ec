import { type Setting } from '../api/shapes.js';
import { words } from '../i18n/words.js';

/** A rule as it is typed; `key` tells rows apart while they move. */
export interface LimitFieldsRow {
  readonly key: string;
  readonly host: string;
  readonly per: 'host' | 'login';
  readonly limit: number | string;
}

/** The fields of the form, by the key of the setting. */
export interface LimitFields {
  'connection-limits': LimitFieldsRow[];
}

const HOST = /^(\*|(\*\.)?[a-z0-9]([a-z0-9:._-]*[a-z0-9])?)$/i;

/** The rows of what is stored; the same are the same again, `key` included. */
export function rowsOf(value: Setting['value']): LimitFieldsRow[] {
  return Array.isArray(value) ? value.map((rule, index) => ({ ...rule, key: String(index) })) : [];
}

/** A rule that nobody has filled in yet. */
export function newRow(): LimitFieldsRow {
  return { key: crypto.randomUUID(), host: '', per: 'login', limit: 10 };
}

/** What is sent. */
export function limitsOf({ 'connection-limits': rows }: LimitFields) {
  return rows.map(({ host, per, limit }) => ({ host: host.trim().toLowerCase(), per, limit: Number(limit) }));
}

/** What is wrong, by the path of the field. */
export function faultsOf({ 'connection-limits': rows }: LimitFields): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [index, { host, limit }] of rows.entries()) {
    const at = `connection-limits.${index}`;
    if (!HOST.test(host.trim())) faults[`${at}.host`] = words.installation.connectionLimits.noHost;
    if (!(Number(limit) >= 1)) faults[`${at}.limit`] = words.rules.required;
  }
  return faults;
}
