import { problemShape } from '@mailroom/kernel';
import { z } from 'zod';
import { importNoteSchema } from './import-note.js';
import { importFormats } from './read-entries.js';

const entrySchema = z
  .object({
    /** Null where not even the name can be read. */
    name: z.string().nullable(),
    /** The line of the file on which the entry begins. */
    line: z.int(),
    verdict: z.enum(['added', 'replaced', 'skipped', 'refused']),
    template: z.string().nullable(),
    flow: z.string().nullable(),
    /** The client: null for one that is refused, and in a preview for one that is not there yet. */
    clientId: z.uuid().nullable(),
    /** Why it is refused, and which field of the entry is at fault. */
    problem: problemShape.extend({ field: z.string().nullable() }).nullable(),
    /** What changes on a client that is replaced. */
    changes: z.array(z.string()),
    notes: z.array(importNoteSchema),
  })
  .meta({ id: 'ImportEntry' });
export type ImportEntry = z.infer<typeof entrySchema>;

/** What an import does, or would do, entry by entry in the order of the file. */
export const importReportSchema = z
  .object({
    format: z.enum(importFormats),
    added: z.int(),
    replaced: z.int(),
    skipped: z.int(),
    refused: z.int(),
    entries: z.array(entrySchema),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof importReportSchema>;
