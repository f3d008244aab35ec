// Loaded before the helpdesk (`--import`): its intake throws for some mails. A subject "Throws 3 times …" throws at the
// first three offers, in whatever group it comes; "Throws always …" at every one.
import 'reflect-metadata';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const { TicketIntake } = await import('../../../dist/apps/helpdesk/src/intake/ticket-intake.js');
  const offers = new Map();
  const { value: handleMany } = Object.getOwnPropertyDescriptor(TicketIntake.prototype, 'handleMany');

  const isThrown = ({ messageId, subject }) => {
    const [, always, times] = /^Throws (?:(always)|(\d+) times) /.exec(subject) ?? [];
    const offer = (offers.get(messageId) ?? 0) + 1;
    offers.set(messageId, offer);
    return always !== undefined || offer <= Number(times ?? 0);
  };

  TicketIntake.prototype.handleMany = async function (mails, tx) {
    const outcomes = await handleMany.call(this, mails, tx);
    // After it wrote: what a handler that throws has done so far must be undone.
    if (mails.filter(isThrown).length > 0) throw new Error('this handler throws on purpose');
    return outcomes;
  };
}
