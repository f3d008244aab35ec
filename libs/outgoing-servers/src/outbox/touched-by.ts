import { type OutboxAct } from './outbox-acts-schema.js';
import { type MailStatus } from './outbox-mail.js';

const TOUCHED = {
  retry: { usually: ['delayed', 'failed'], whenNamed: ['delayed', 'failed', 'cancelled'] },
  cancel: { usually: ['queued', 'delayed'], whenNamed: ['queued', 'delayed', 'failed'] },
} as const satisfies Record<OutboxAct, Record<'usually' | 'whenNamed', readonly MailStatus[]>>;

/**
 * In which states an act takes mail. What was given up is taken up again, and what has failed is given up, only where
 * somebody asked for that state: "all" does not undo what people decided.
 */
export function touchedBy(act: OutboxAct, status?: MailStatus): readonly MailStatus[] {
  const { usually, whenNamed } = TOUCHED[act];
  return status === undefined ? usually : whenNamed.filter((touched) => touched === status);
}

/** In which states an act takes mail that somebody chose one by one. */
export function touchedWhenChosen(act: OutboxAct): readonly MailStatus[] {
  return TOUCHED[act].whenNamed;
}
