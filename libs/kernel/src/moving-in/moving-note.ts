import { z } from 'zod';

/** How much a note matters: it is good to know, it wants a look, or somebody has to do something afterwards. */
export const noteWeights = ['told', 'look', 'do'] as const;
export type NoteWeight = (typeof noteWeights)[number];

/** What moving in has to say about a row, and how much it matters; each has a sentence in the pages. */
export const movingNotes = {
  'starts-as-draft': 'told',
  'stays-paused': 'told',
  'stays-archived': 'told',
  'validity-unknown': 'look',
  'invalid-there': 'told',
  'columns-without-counterpart': 'told',
  'setting-without-counterpart': 'told',
  'fetched-mail-is-deleted': 'told',
  'mail-since': 'told',
  'certificates-verified': 'told',
  'certificates-were-skipped': 'look',
  'in-clear': 'look',
  'split-hosts-not-needed': 'told',
  'originals-always-kept': 'told',
  'attachments-always-kept': 'told',
  'record-kind-not-kept': 'look',
  'use-imap-instead': 'do',
  'use-smtp-instead': 'do',
  'program-is-no-server': 'told',
  'certificate-sign-in': 'told',
  'password-sealed': 'told',
  'password-missing': 'do',
  'secret-left-behind': 'do',
  'client-missing': 'do',
  'client-by-number': 'do',
  'consent-missing': 'do',
  'token-unclear': 'do',
  'token-of-other-mailbox': 'look',
  'token-not-for-host': 'do',
  'address-missing': 'do',
  'voucher-missing': 'do',
  'destination-missing': 'do',
  'destination-by-number': 'do',
  'routes-needed': 'do',
  'mailbox-in-other-folder': 'look',
  'fallback-taken': 'look',
  'owner-not-kept': 'do',
  'differs-here': 'look',
  'replies-come-to': 'look',
  'one-sender-policy': 'look',
  'set-in-clients': 'do',
  'set-in-settings': 'do',
  'set-in-policy': 'do',
  'set-in-servers': 'do',
} as const satisfies Record<string, NoteWeight>;
export type MovingNoteCode = keyof typeof movingNotes;

const codes = Object.keys(movingNotes) as [MovingNoteCode, ...MovingNoteCode[]];

/** A note with the values that its sentence needs; never a secret. */
export const movingNoteSchema = z
  .object({
    code: z.enum(codes),
    weight: z.enum(noteWeights),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'MovingNote' });
export type MovingNote = z.infer<typeof movingNoteSchema>;

/** Makes a note; it weighs what its code weighs. */
export function movingNote(code: MovingNoteCode, params: MovingNote['params'] = {}): MovingNote {
  return { code, weight: movingNotes[code], params };
}
