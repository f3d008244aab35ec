/** A value in a cell; null and undefined stay empty. */
export type Cell = string | number | boolean | Date | null | undefined;

/** Rows under headings as plain text, columns two blanks apart; nothing but the headings when there are no rows. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [headings, ...rows.map((row) => row.map(textOf))];
  const widths = headings.map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)));
  return texts.map((row) => row.map((text, column) => pad(text, column, widths)).join('  ')).join('\n');
}

function pad(text: string, column: number, widths: readonly number[]): string {
  return column === widths.length - 1 ? text : text.padEnd(widths[column] ?? 0);
}

// What came from outside must not steer the terminal.
function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = cell instanceof Date ? cell.toISOString() : String(cell);
  return text.replace(/\p{Cc}/gu, ' ');
}
