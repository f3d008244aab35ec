import { type ForeignRow, type ForeignValue } from './foreign-row.js';
import { movingNote, type MovingNote, type MovingNoteCode } from './moving-note.js';
import { type MovedField } from './moving-row.js';

/** What is found out about a row while it is read: which column became which setting, and what is to be said. */
export class RowReading {
  readonly fields: MovedField[] = [];
  readonly #notes: MovingNote[] = [];

  constructor(readonly row: ForeignRow) {}

  /** `value` becomes `becomes` at `setting`; nothing is written down where the column is not there. */
  maps(value: ForeignValue | null, setting: string, becomes: string | number | boolean | null): void {
    if (value) this.put(value, setting, becomes === null ? null : String(becomes), value.text);
  }

  /** The same for a secret: it is there, and nobody sees it. */
  mapsSecret(value: ForeignValue, setting: string): void {
    this.put(value, setting, null, null);
  }

  /** Says something about the row, once. */
  say(code: MovingNoteCode, params: MovingNote['params'] = {}): void {
    const note = movingNote(code, params);
    if (!this.#notes.some((said) => JSON.stringify(said) === JSON.stringify(note))) this.#notes.push(note);
  }

  /** Everything said so far. */
  get said(): readonly MovingNote[] {
    return this.#notes;
  }

  /** The same, with the columns at its end that nobody had a use for: once all have been asked for. */
  get notes(): MovingNote[] {
    const unread = this.row.unread.filter((column) => !BOOKKEEPING.test(column)).join(', ');
    return [
      ...this.#notes,
      ...(unread === '' ? [] : [movingNote('columns-without-counterpart', { columns: unread })]),
    ];
  }

  private put(value: ForeignValue, setting: string, becomes: string | null, text: string | null): void {
    this.fields.push({ column: value.column, value: text, setting, becomes });
  }
}

// Who wrote the row and when, in their own numbers: nobody misses it.
const BOOKKEEPING =
  /^(id|\.id|external id|(create|change|write|changed|created)[_ ]?(by|time|uid|date|on)|last (modified|updated) (by|on)|created (by|on)|display[_ ]name|dbcrud_?uuid)$/i;
