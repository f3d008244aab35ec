import { z } from 'zod';
import { type Actor } from '../admin-access/admin-access.js';
import { type Listener } from '../live-answer/listener.js';
import { type Findings } from '../problems/findings.js';
import { movingRowSchema } from './moving-row.js';
import { type MovingStep } from './moving-step.js';

/** The files of other systems that are understood. What Konvergo ERP exports is what Odoo does. */
export const foreignFiles = [
  'znuny-mail-accounts',
  'znuny-system-addresses',
  'znuny-outbound-profiles',
  'odoo-incoming-servers',
  'odoo-outgoing-servers',
  'odoo-system-parameters',
  'odoo-alias-domains',
] as const;
export type ForeignFile = (typeof foreignFiles)[number];

/** A file to move in, and what an admin decided about it. `hangUp` before the end takes back everything, and its reason is thrown. */
export interface MovingOrder extends Listener<MovingStep> {
  readonly content: string | Uint8Array;
  /** What the file is, where its columns do not tell or tell wrongly. */
  readonly kind?: ForeignFile | undefined;
  /** Destination of ours by queue of theirs, as the file names it. */
  readonly queues?: Readonly<Record<string, string>>;
  readonly actor: Actor;
}

/** What moving in does, or would do, row by row in the order of the file. Holds no secret: it may be kept. */
export const movingReportSchema = z
  .object({
    kind: z.enum(foreignFiles),
    format: z.enum(['csv', 'yaml']),
    new: z.int(),
    here: z.int(),
    nothing: z.int(),
    refused: z.int(),
    /** Rows that somebody has to look at, or to do something about afterwards. */
    attention: z.int(),
    /** Queues of theirs for which nobody has said where their mail goes here. */
    queues: z.array(z.string()),
    rows: z.array(movingRowSchema),
  })
  .meta({ id: 'MovingReport' });
export type MovingReport = z.infer<typeof movingReportSchema>;

/**
 * Takes in what other systems exported. It only adds: nothing that is here is changed, so the same file may come again. Rows
 * that cannot be mapped stay out; all others are stored together, or none of them.
 */
export abstract class MovingIn {
  /** What is wrong with a file as a whole while it is put together. Problems of `run`, at the field `source`. */
  abstract findings(order: Pick<MovingOrder, 'content' | 'kind'>): Promise<Findings>;

  /** What `run` would do. Changes nothing. Problems as for `run`. */
  abstract preview(order: MovingOrder): Promise<MovingReport>;

  /**
   * Moves in. Problems: `file-not-recognised` (`columns`), `file-holds-clients`, `file-has-too-many-rows`, `csv-invalid`
   * (`line`, `reason`), those of `parseYaml`; then nothing was stored.
   */
  abstract run(order: MovingOrder): Promise<MovingReport>;
}
