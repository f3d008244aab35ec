import { kernelProblem } from '../problems/kernel-problems.js';
import { type ForeignRow, type ForeignValue } from './foreign-row.js';

const YES = /^(1|true|yes|on|t|y)$/i;
const NO = /^(0|false|no|off|f|n)$/i;

/** A switch as exports spell it (`1`, `True`, `yes`); `usual` where nothing is said. Problem `row-value-unknown`. */
export function yesOrNo(value: ForeignValue | null, usual: boolean): boolean {
  if (value === null) return usual;
  if (YES.test(value.text)) return true;
  if (NO.test(value.text)) return false;
  throw unknownValue(value);
}

/** A value that must be there. Problem `row-incomplete` with the first of the names. */
export function needed(row: ForeignRow, ...names: readonly string[]): ForeignValue {
  const value = row.value(...names);
  if (value) return value;
  const [field = ''] = names;
  throw kernelProblem('row-incomplete', { field, params: { column: field } });
}

/** A number of at least nothing; null where nothing is said. Problem `row-value-unknown`. */
export function wholeNumber(value: ForeignValue | null): number | null {
  if (value === null) return null;
  // Spreadsheets write whole numbers as they please.
  const number = Number(value.text.replace(/[.,]0+$/, ''));
  if (!Number.isSafeInteger(number) || number < 0) throw unknownValue(value);
  return number;
}

/** Problem `row-value-unknown`: nothing is known by that word. */
export function unknownValue({ column, text }: ForeignValue) {
  return kernelProblem('row-value-unknown', { field: column, params: { column, value: text.slice(0, 80) } });
}

/** Where the validity of a row there leads here. What was valid waits for its test. */
export type MovedState = 'draft' | 'paused' | 'archived';

/**
 * Validity as Znuny has it, by number or by word: valid, invalid, invalid-temporarily. Null where it is another one.
 */
export function znunyValidity(value: ForeignValue | null): MovedState | null {
  switch (value?.text.toLowerCase() ?? '1') {
    case '1':
    case 'valid':
      return 'draft';
    case '2':
    case 'invalid':
      return 'archived';
    case '3':
    case 'invalid-temporarily':
      return 'paused';
    default:
      return null;
  }
}
