import { Problem } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { parseReply } from '../smtp/reply.js';
import { replyProblem } from '../smtp/reply-problem.js';
import { troubleWith } from '../smtp/smtp-trouble.js';
import { type Transmission, type TurnedDown } from '../smtp/transmission.js';
import { type RefusedRecipient } from './outbox-mail.js';

/** How far a mail has got with its recipients. */
export interface Progress {
  readonly accepted: readonly string[];
  readonly refused: readonly RefusedRecipient[];
}

/** What becomes of a mail after a try. `serverTrouble`: the problem is the server's, not this mail's. */
export interface Settlement extends Progress {
  readonly status: 'sent' | 'failed' | 'delayed';
  readonly problem: Problem | null;
  readonly receipt: string | null;
  readonly serverTrouble: boolean;
}

const OF_SERVERS = new Set(['server-busy', 'sign-in-refused', 'sending-limit-reached']);

/**
 * What a transmission means for a mail, whoever has it already. Only the server's own 5xx is for good. A connection
 * that died after the whole mail had gone out is nobody's to decide: it fails as `delivery-uncertain`, and a person
 * may take it up again; it never leaves twice in silence.
 */
export function settle(transmission: Transmission, before: Progress): Settlement {
  switch (transmission.kind) {
    case 'taken':
      return settleTaken(transmission, before);
    case 'refused':
      return settleRefused(transmission, before);
    case 'lost':
      return settleLost(transmission, before);
  }
}

/** A try that ended before the mail was offered: it waits. */
export function postponed(
  problem: Problem,
  { accepted, refused }: Progress,
  serverTrouble: boolean,
): Settlement {
  return { accepted, refused, status: 'delayed', problem, receipt: null, serverTrouble };
}

/** A mail that cannot even be offered. */
export function failed(problem: Problem, { accepted, refused }: Progress): Settlement {
  return { accepted, refused, status: 'failed', problem, receipt: null, serverTrouble: false };
}

function settleTaken(
  { reply, accepted, turnedDown }: Extract<Transmission, { kind: 'taken' }>,
  before: Progress,
): Settlement {
  const { forGood, pending } = sorted(turnedDown);
  const progress = {
    accepted: [...before.accepted, ...accepted],
    refused: [...before.refused, ...forGood],
    receipt: reply.text,
  };
  const [waiting] = pending;
  if (waiting)
    return { ...progress, status: 'delayed', problem: recipientProblem(waiting), serverTrouble: false };
  return { ...progress, status: 'sent', problem: someRefused(progress.refused), serverTrouble: false };
}

function settleRefused(
  { moment, reply, turnedDown }: Extract<Transmission, { kind: 'refused' }>,
  before: Progress,
): Settlement {
  const problem = replyProblem(reply, moment);
  const { forGood, pending } = sorted(turnedDown);
  const progress = {
    accepted: before.accepted,
    refused: [...before.refused, ...forGood],
    receipt: reply.text,
  };
  const delayed = { ...progress, status: 'delayed', serverTrouble: OF_SERVERS.has(problem.code) } as const;
  if (problem.disposition !== 'give-up') return { ...delayed, problem };
  const [waiting] = pending;
  if (waiting) return { ...delayed, problem: recipientProblem(waiting) };
  const status = before.accepted.length > 0 ? 'sent' : 'failed';
  return { ...progress, status, problem, serverTrouble: false };
}

function settleLost(
  { uncertain, cause }: Extract<Transmission, { kind: 'lost' }>,
  before: Progress,
): Settlement {
  if (!uncertain) return postponed(troubleWith(cause, 'data'), before, false);
  return failed(outgoingProblem('delivery-uncertain', { disposition: 'give-up' }), before);
}

function sorted(turnedDown: readonly TurnedDown[]): { forGood: RefusedRecipient[]; pending: TurnedDown[] } {
  const isForGood = ({ reply }: TurnedDown): boolean =>
    replyProblem(reply, 'recipients').disposition === 'give-up';
  return {
    forGood: turnedDown.filter(isForGood).map(({ address, reply }) => ({ address, reply: reply.text })),
    pending: turnedDown.filter((each) => !isForGood(each)),
  };
}

function recipientProblem({ reply }: TurnedDown): Problem {
  return replyProblem(reply, 'recipients');
}

function someRefused(refused: readonly RefusedRecipient[]): Problem | null {
  const [first] = refused;
  if (!first) return null;
  const { status, enhanced } = parseReply(first.reply);
  return outgoingProblem('recipients-refused', { params: { count: refused.length, status, enhanced } });
}
