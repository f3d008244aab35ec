import { z } from 'zod';

/** What an import has to say about an entry that it takes all the same; each has a sentence in the pages. */
export const importNoteCodes = [
  'unchanged',
  'needs-consent',
  'without-secret',
  'secrets-kept',
  'template-custom',
  'scope-completed',
  'identity-unknown',
  'redirect-uri-new',
  'validity-unknown',
  'parameter-not-kept',
  'mapping-not-kept',
  'parameter-sent-anyway',
  'endpoint-not-kept',
  'key-not-kept',
] as const;
export type ImportNoteCode = (typeof importNoteCodes)[number];

const value = z.union([z.string(), z.number()]);

/** A note with the values that its sentence needs; never a secret. */
export const importNoteSchema = z
  .object({ code: z.enum(importNoteCodes), params: z.record(z.string(), value) })
  .meta({ id: 'ImportNote' });
export type ImportNote = z.infer<typeof importNoteSchema>;

/** Makes a note. */
export function importNote(code: ImportNoteCode, params: ImportNote['params'] = {}): ImportNote {
  return { code, params };
}
