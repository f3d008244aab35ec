/** What a lib says of a column that holds envelopes of SecretBox, so that they can be sealed anew with another key. */
export interface SealedColumn {
  /** With its schema: `mailroom.mail_account`. Its primary key is `id`, a uuid. */
  readonly table: string;
  readonly column: string;
  /** Whose secret it is, as admins know it. `id` and `name` are SQL over the row, which is called `sealed_row`. */
  readonly owner: { readonly kind: string; readonly id: string; readonly name: string };
  /** What `placeOf` needs, by name: SQL over the row. */
  readonly facts: Readonly<Record<string, string>>;
  /** What the envelope in this row is bound to. */
  placeOf(facts: Readonly<Record<string, string | number | null>>): string;
  /** SQL over the row: true while somebody works with exactly this envelope, so that it is left alone for now. */
  readonly busy?: string;
}

/** An envelope that cannot be opened: its key is gone, or it does not belong where it stands. It stays as it is. */
export interface UnreadableSecret {
  /** `table.column` without the schema. */
  readonly place: string;
  readonly owner: { readonly kind: string; readonly id: string; readonly name: string };
  /** The key that it names; null when it is no envelope at all. */
  readonly keyId: string | null;
}
