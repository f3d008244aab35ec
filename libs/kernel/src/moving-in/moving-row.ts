import { z } from 'zod';
import { problemShape } from '../problems/problem-shape.js';
import { movingNoteSchema } from './moving-note.js';

/** What a row becomes or would become. */
export const movingThings = ['account', 'server', 'route', 'policy'] as const;

/**
 * What becomes of a row: `new` is added, `here` is there already and stays as it is, `nothing` has no counterpart,
 * `refused` cannot be mapped.
 */
export const movingVerdicts = ['refused', 'new', 'here', 'nothing'] as const;
export type MovingVerdict = (typeof movingVerdicts)[number];

const fieldSchema = z.object({
  /** The column or key, as the file spells it. */
  column: z.string(),
  /** What stands there; null for secrets. */
  value: z.string().nullable(),
  /** The setting that it becomes, as the API names it. */
  setting: z.string(),
  becomes: z.string().nullable(),
});
/** One column of theirs and the setting of ours that it becomes. */
export type MovedField = z.infer<typeof fieldSchema>;

/** A row of the file and what becomes of it. */
export const movingRowSchema = z
  .object({
    line: z.int(),
    /** What the row calls itself; null where it says nothing. */
    name: z.string().nullable(),
    thing: z.enum(movingThings).nullable(),
    verdict: z.enum(movingVerdicts),
    /** What was added, or is here already; null in a preview of something new. */
    id: z.string().nullable(),
    fields: z.array(fieldSchema),
    notes: z.array(movingNoteSchema),
    /** Why it is refused, and which field is at fault. */
    problem: problemShape.extend({ field: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'MovingRow' });
export type MovingRow = z.infer<typeof movingRowSchema>;

/** Does somebody have to look at this row, or to do something about it? */
export function wantsAttention({ verdict, notes }: Pick<MovingRow, 'verdict' | 'notes'>): boolean {
  return verdict === 'refused' || notes.some(({ weight }) => weight !== 'told');
}
