import { Problem } from '../problems/problem.js';
import { problemSaid } from '../problems/problem-shape.js';
import { invalidInput } from '../problems/input-fault.js';
import { kernelProblem } from '../problems/kernel-problems.js';
import { type z } from 'zod';
import { type ForeignRow } from './foreign-row.js';
import { type MovingNote } from './moving-note.js';
import { type MovingPlan } from './moving-plan.js';
import { type MovingRow } from './moving-row.js';
import { RowReading } from './row-reading.js';

/** What a row says: a thing that can be here too, a reason why none can be made of it, or nothing that Mailroom has. */
export type ForeignReading<Thing> = { readonly reading: RowReading; readonly name: string | null } & (
  | { readonly kind: 'thing'; readonly thing: Thing }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'nothing' }
);

/** Reads a row with `read`, which answers null for what has no counterpart; problems that it throws refuse the row. */
export function readRow<Thing>(
  row: ForeignRow,
  name: string | null,
  read: (reading: RowReading) => Thing | null,
): ForeignReading<Thing> {
  const reading = new RowReading(row);
  try {
    const thing = read(reading);
    return thing === null ? { reading, name, kind: 'nothing' } : { reading, name, kind: 'thing', thing };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { reading, name, kind: 'refused', problem };
  }
}

/** Values as the API would take them. Problem `invalid-input` with the setting at fault. */
export function asInput<Schema extends z.ZodType>(schema: Schema, values: z.input<Schema>): z.output<Schema> {
  const { success, data, error } = schema.safeParse(values);
  if (success) return data;
  throw invalidInput(error.issues);
}

/** The answer about a row that comes to nothing new: refused, without a counterpart, or there already. */
export function settledPlan(
  said: Pick<ForeignReading<unknown>, 'name' | 'reading'>,
  row: Pick<MovingRow, 'thing' | 'verdict'> & {
    readonly id?: string;
    readonly problem?: Problem;
    /** Where nothing is given: what was said of a row without a counterpart; a problem says enough. */
    readonly notes?: readonly MovingNote[];
  },
): MovingPlan {
  const { name, reading } = said;
  const { thing, verdict, id = null, problem } = row;
  const notes = row.notes ?? (verdict === 'nothing' ? reading.said : []);
  const why = problem ? { ...problemSaid(problem), field: problem.field ?? null } : null;
  const { line } = reading.row;
  const { fields } = reading;
  return { row: { line, name, thing, verdict, id, fields, notes: [...notes], problem: why }, store: null };
}

/** The problem of a row that says again what the row of `line` has said. */
export function twiceInFile(line: number): Problem {
  return kernelProblem('row-is-there-twice', { params: { line } });
}
