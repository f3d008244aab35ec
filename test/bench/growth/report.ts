import { rounded } from '../figures.js';

/** What a table takes, without and with its indexes apart; TOAST counts as the table. */
export interface TableSize {
  readonly name: string;
  readonly bytes: number;
  readonly indexBytes: number;
}

const PER = 100_000;
const MB = 1_000_000;
/** What is smaller, in bytes, is as large without any mail. */
const EMPTY = 250_000;

/** The result line: megabytes for a hundred thousand mails, by table. */
export function report(messages: number, mailBytes: number, tables: readonly TableSize[]) {
  const scaled = (bytes: number) => (bytes / messages) * (PER / MB);
  const grown = tables
    .filter(({ bytes, indexBytes }) => bytes + indexBytes > EMPTY)
    .map(({ name, bytes, indexBytes }) => ({ name, table: scaled(bytes), indexes: scaled(indexBytes) }));
  return {
    bench: 'growth',
    messages,
    mail_mb_per_100k: Math.round(scaled(mailBytes)),
    database_mb_per_100k: Math.round(grown.reduce((sum, { table, indexes }) => sum + table + indexes, 0)),
    tables: Object.fromEntries(
      grown.map(({ name, table, indexes }) => [
        name,
        { mb: rounded(table, 1), index_mb: rounded(indexes, 1) },
      ]),
    ),
  };
}
