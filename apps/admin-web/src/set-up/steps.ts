import { type Client, type ClientTemplate } from '../api/shapes.js';
import { type Choice } from './choices.js';

/** The steps there are, in order. */
export const STEPS = ['provider', 'portal', 'client', 'admission', 'connect', 'mailbox', 'mail'] as const;
export type Step = (typeof STEPS)[number];

/** What came of the steps so far, by id; null for what did not come yet. */
export interface Progress {
  readonly choice: Choice | null;
  readonly clientId: string | null;
  readonly tokenId: string | null;
  readonly accountId: string | null;
  readonly serverId: string | null;
}

type Flow = Pick<ClientTemplate, 'provider'> & Pick<Client, 'flow'>;

/** The steps of this way: with a password there is no client, and only some providers let an application in first. */
export function stepsOf(choice: Choice | null, flow: Flow | null): readonly Step[] {
  return STEPS.filter((step) => {
    if (step === 'client' || step === 'connect') return choice?.template !== null;
    return step !== 'admission' || (flow !== null && admits(flow));
  });
}

/** Does somebody at the provider have to say which mailboxes the client may open? */
function admits({ provider, flow }: Flow): boolean {
  return (
    (provider === 'microsoft' && flow === 'client-credentials') ||
    (provider === 'google' && flow === 'jwt-bearer')
  );
}

/** Can this step be taken already? */
export function isOpen(step: Step, progress: Progress): boolean {
  const { choice, clientId, tokenId, accountId, serverId } = progress;
  switch (step) {
    case 'provider':
      return true;
    case 'portal':
    case 'client':
      return choice !== null;
    case 'admission':
    case 'connect':
      return clientId !== null;
    case 'mailbox':
      return choice?.template === null || tokenId !== null;
    case 'mail':
      return accountId !== null || serverId !== null;
  }
}

/** Has this step brought what the next ones need? */
export function isDone(step: Step, progress: Progress): boolean {
  const { choice, clientId, tokenId, accountId, serverId } = progress;
  switch (step) {
    case 'provider':
      return choice !== null;
    case 'portal':
      return choice?.template === null ? isDone('mailbox', progress) : clientId !== null;
    case 'client':
      return clientId !== null;
    case 'admission':
    case 'connect':
      return tokenId !== null;
    case 'mailbox':
      return accountId !== null || serverId !== null;
    case 'mail':
      return false;
  }
}

/** The step to show: the wanted one, or the last one before it that can be taken. */
export function stepAt(wanted: string | null, steps: readonly Step[], progress: Progress): Step {
  const far = STEPS.findIndex((step) => step === wanted);
  const open = steps.filter((step) => STEPS.indexOf(step) <= far && isOpen(step, progress));
  return open.at(-1) ?? 'provider';
}

/** The one after it; itself where it is the last. */
export function nextStep(step: Step, steps: readonly Step[]): Step {
  return steps[steps.indexOf(step) + 1] ?? step;
}
