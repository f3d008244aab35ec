import { ForeignRow, kernelProblem } from '@mailroom/kernel';
import { parseYaml } from '@mailroom/oauth-tokens';
import { fault, readCsv } from './read-csv.js';

/** What may come in at once; nobody has as many mail accounts. */
const ROWS_AT_MOST = 5_000;
const BYTES_AT_MOST = 10 * 1_024 * 1_024;

/** The rows of a file, whatever they are about. */
export interface ForeignTable {
  readonly format: 'csv' | 'yaml';
  /** All names that columns have, as the file spells them. */
  readonly columns: readonly string[];
  readonly rows: readonly ForeignRow[];
}

/**
 * Reads CSV, or YAML (and so JSON) that is a list of plain records or a single one. Problems `csv-invalid`,
 * `file-has-too-many-rows`, `file-not-recognised` for YAML of another shape, and those of `parseYaml`.
 */
export async function readTable(content: string | Uint8Array): Promise<ForeignTable> {
  const text = textOf(content);
  return looksLikeYaml(text) ? readYamlTable(text) : readCsvTable(text);
}

function textOf(content: string | Uint8Array): string {
  if (typeof content === 'string') return content;
  if (content.byteLength > BYTES_AT_MOST) throw fault(1, 'too-large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw fault(1, 'no-utf8');
  }
}

// The first line of CSV is a header: it begins no list, no mapping and no document.
function looksLikeYaml(text: string): boolean {
  const first = /^\uFEFF?(?:\s*(?:#[^\n]*)?\n)*\s*([^\r\n]*)/.exec(text)?.[1] ?? '';
  return /^(---|%YAML|- |-$|\[|\{|"?[A-Za-z_][\w ]*"?:(\s|$))/.test(first);
}

function readCsvTable(text: string): ForeignTable {
  const [header, ...records] = readCsv(text);
  requireFew(records.length);
  const columns = (header?.cells ?? []).map((cell) => cell.trim());
  const rows = records.map(({ line, cells }) => {
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ''))
      throw fault(line, 'too-many-cells');
    return new ForeignRow(
      line,
      columns.map((column, index) => [column, cells[index] ?? '']),
    );
  });
  return { format: 'csv', columns: columns.filter((column) => column !== ''), rows };
}

async function readYamlTable(text: string): Promise<ForeignTable> {
  const { value, lines } = await parseYaml(text);
  const records: unknown[] = Array.isArray(value) ? value : [value];
  requireFew(records.length);
  const rows = records.map((record, index) => {
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      throw kernelProblem('file-not-recognised', { params: { columns: '' } });
    return new ForeignRow(
      lines[index] ?? 1,
      Object.entries(record).map(([key, cell]) => [key, cellOf(cell)]),
    );
  });
  const columns = new Set(records.flatMap((record) => Object.keys(record as object)));
  return { format: 'yaml', columns: [...columns], rows };
}

function cellOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell as string | number | boolean);
}

function requireFew(rows: number): void {
  if (rows > ROWS_AT_MOST)
    throw kernelProblem('file-has-too-many-rows', { params: { rows, most: ROWS_AT_MOST } });
}
