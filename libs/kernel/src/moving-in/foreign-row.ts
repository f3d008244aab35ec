/** A column as it is compared: `auth_user`, `AuthUser` and `Auth User` are one. */
export function columnKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A value of a row, and the column that it stands in as the file spells it. */
export interface ForeignValue {
  readonly column: string;
  readonly text: string;
}

/**
 * A row of a file of another system. It remembers which of its columns somebody asked for, so that those which nobody
 * has a use for can be named. Empty values are as if they were not there.
 */
export class ForeignRow {
  readonly #values = new Map<string, ForeignValue>();
  readonly #read = new Set<string>();

  constructor(
    /** The line of the file on which the row begins. */
    readonly line: number,
    columns: Iterable<readonly [column: string, text: string]>,
  ) {
    for (const [column, text] of columns) {
      const key = columnKey(column);
      if (text.trim() !== '' && !this.#values.has(key)) this.#values.set(key, { column, text: text.trim() });
    }
  }

  /** The first of these columns that holds something; all of them count as read. */
  value(...names: readonly string[]): ForeignValue | null {
    const keys = names.map(columnKey);
    for (const key of keys) this.#read.add(key);
    return keys.map((key) => this.#values.get(key)).find((value) => value !== undefined) ?? null;
  }

  /** The text of `value`. */
  text(...names: readonly string[]): string | null {
    return this.value(...names)?.text ?? null;
  }

  /** Columns that hold something and that nobody has asked for, as the file spells them. */
  get unread(): string[] {
    return [...this.#values].flatMap(([key, { column }]) => (this.#read.has(key) ? [] : [column]));
  }
}
