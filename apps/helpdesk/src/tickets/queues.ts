import { type MailDestination } from '@mailroom/plugin';

/** The queues that tickets are sorted into. A helpdesk with more than this keeps them in a table. */
export const QUEUES: readonly MailDestination[] = [
  { id: 'support', label: 'Support' },
  { id: 'sales', label: 'Sales' },
  { id: 'billing', label: 'Billing' },
];

const FALLBACK = 'support';

/** The queue that a mail is meant for: what is no queue of ours, or not any more, is support's. */
export function queueOf(destination: string | null): string {
  return QUEUES.some(({ id }) => id === destination) ? String(destination) : FALLBACK;
}

/** What people call it. */
export function queueLabel(queue: string): string {
  return QUEUES.find(({ id }) => id === queue)?.label ?? queue;
}
