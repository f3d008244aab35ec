import { columnKey, kernelProblem, type ForeignFile } from '@mailroom/kernel';

/** Columns that a kind of file has and no other: each is one column under the names it goes by. */
const MARKS: Readonly<Record<ForeignFile, readonly (readonly string[])[]>> = {
  'znuny-mail-accounts': [['login'], ['host'], ['account_type', 'type']],
  'znuny-outbound-profiles': [['sendmail_module']],
  'znuny-system-addresses': [
    ['value0', 'name', 'email'],
    ['value1', 'realname'],
    ['queue', 'queue_id', 'queue_name'],
  ],
  'odoo-incoming-servers': [['server_type'], ['server', 'server name']],
  'odoo-outgoing-servers': [['smtp_host', 'smtp server']],
  'odoo-system-parameters': [['key'], ['value']],
  'odoo-alias-domains': [['bounce_alias'], ['catchall_alias']],
};
const COLUMNS_SHOWN = 30;

/**
 * What a file is, by its columns. Problems `file-holds-clients` for token configurations, which are imported as clients, and
 * `file-not-recognised` (`columns`).
 */
export function recogniseFile(columns: readonly string[]): ForeignFile {
  const keys = new Set(columns.map(columnKey));
  const kinds = Object.entries(MARKS) as [ForeignFile, (typeof MARKS)[ForeignFile]][];
  const found = kinds.find(([, marks]) =>
    marks.every((names) => names.some((name) => keys.has(columnKey(name)))),
  );
  if (found) return found[0];
  if ((keys.has('config') && keys.has('name')) || (keys.has('mailroom') && keys.has('clients')))
    throw kernelProblem('file-holds-clients');
  const shown = columns.slice(0, COLUMNS_SHOWN).map((column) => column.slice(0, 60));
  throw kernelProblem('file-not-recognised', { params: { columns: shown.join(', ') } });
}
