import { type AuditEventJson } from './audit-query.js';

/** How an export is written: for a spreadsheet, or one JSON object a line. */
export type AuditFormat = 'csv' | 'jsonl';

const COLUMNS = [
  'at',
  'action',
  'subject_kind',
  'subject_id',
  'subject_name',
  'actor_id',
  'actor_name',
  'actor_from',
  'details',
];

// A spreadsheet takes a cell that begins like this for a formula and runs it (OWASP, CSV Injection); the wide forms
// are what some of them read alike.
const FORMULA = /^[\s]*[=+\-@\t\r\n＝＋－＠]/;

/** What stands above the lines. Spreadsheets take a file for UTF-8 only when it says so at its beginning. */
export function auditHead(format: AuditFormat): string {
  return format === 'csv' ? `\uFEFF${csvLine(COLUMNS)}` : '';
}

/** An event as one line, its end included. */
export function auditLine(event: AuditEventJson, format: AuditFormat): string {
  if (format === 'jsonl') return `${JSON.stringify(event)}\n`;
  const { at, action, subject, actor, details } = event;
  const who = [actor?.id ?? '', actor?.name ?? '', actor?.from ?? ''];
  return csvLine([at, action, subject.kind, subject.id ?? '', subject.name, ...who, JSON.stringify(details)]);
}

/** One record (RFC 4180): every cell quoted, and none that a spreadsheet would run. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

function harmless(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
