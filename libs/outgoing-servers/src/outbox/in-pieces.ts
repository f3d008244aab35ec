import { outgoingProblem } from '../outgoing-problems.js';
import { type Settlement } from './settlement.js';

/** Has the server said no to the mail itself? Then it says so to everybody who was not named to it yet. */
const OF_MAIL = new Set([
  'sender-refused',
  'sender-not-allowed',
  'mail-refused',
  'mail-too-large-for-server',
]);

/**
 * What a try means for a mail that was offered to some of its recipients only, because its server takes no more at once:
 * with `others` still to come it is not done, and goes on under the same Message-ID when it is their turn.
 */
export function inPieces(settlement: Settlement, others: readonly string[]): Settlement {
  const { status, problem } = settlement;
  if (others.length === 0 || status === 'delayed') return settlement;
  if (problem && OF_MAIL.has(problem.code)) {
    const reply = settlement.receipt ?? '';
    const missed = others.map((address) => ({ address, reply }));
    return { ...settlement, refused: [...settlement.refused, ...missed] };
  }
  if (status === 'failed' && problem?.code !== 'recipients-refused') return settlement;
  return {
    ...settlement,
    status: 'delayed',
    problem: outgoingProblem('server-paced', { disposition: 'retry-later' }),
  };
}
