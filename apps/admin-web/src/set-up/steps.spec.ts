import { isDone, isOpen, nextStep, type Progress, stepAt, stepsOf } from './steps.js';

const nothing: Progress = { choice: null, clientId: null, tokenId: null, accountId: null, serverId: null };
const people = { id: 'microsoft-365', template: 'microsoft-365' };
const password = { id: 'password', template: null };

describe('stepsOf', () => {
  it.each([
    [
      'people',
      people,
      { provider: 'microsoft', flow: 'authorization-code' },
      'provider portal client connect mailbox mail',
    ],
    [
      'an application at Microsoft',
      people,
      { provider: 'microsoft', flow: 'client-credentials' },
      'provider portal client admission connect mailbox mail',
    ],
    [
      'a service account of Google',
      people,
      { provider: 'google', flow: 'jwt-bearer' },
      'provider portal client admission connect mailbox mail',
    ],
    [
      'an application elsewhere',
      people,
      { provider: 'standard', flow: 'client-credentials' },
      'provider portal client connect mailbox mail',
    ],
    ['a password', password, null, 'provider portal mailbox mail'],
    ['nothing chosen yet', null, null, 'provider portal client connect mailbox mail'],
  ] as const)('of %s', (_, choice, flow, steps) => {
    expect(stepsOf(choice, flow).join(' ')).toBe(steps);
  });
});

describe('stepAt', () => {
  const steps = stepsOf(people, { provider: 'microsoft', flow: 'authorization-code' });

  it.each([
    [null, {}, 'provider'],
    ['somewhere', {}, 'provider'],
    ['mailbox', {}, 'provider'],
    ['mailbox', { choice: people }, 'client'],
    ['admission', { choice: people, clientId: 'c' }, 'client'],
    ['mailbox', { choice: people, clientId: 'c' }, 'connect'],
    ['mailbox', { choice: people, clientId: 'c', tokenId: 't' }, 'mailbox'],
    ['portal', { choice: people, clientId: 'c', tokenId: 't' }, 'portal'],
    ['mail', { choice: people, clientId: 'c', tokenId: 't', serverId: 's' }, 'mail'],
  ] as const)('wanted %j with %j: %s', (wanted, progress, step) => {
    expect(stepAt(wanted, steps, { ...nothing, ...progress })).toBe(step);
  });

  it('leads a password past client and consent', () => {
    const short = stepsOf(password, null);
    expect(stepAt('mailbox', short, { ...nothing, choice: password })).toBe('mailbox');
    expect(nextStep('portal', short)).toBe('mailbox');
    expect(nextStep('mail', short)).toBe('mail');
  });
});

it('is done with a step once it brought what the next one needs', () => {
  const progress = { ...nothing, choice: people, clientId: 'c' };
  expect(steps(progress, isDone)).toEqual(['provider', 'portal', 'client']);
  expect(steps(progress, isOpen)).toEqual(['provider', 'portal', 'client', 'connect']);
});

function steps(progress: Progress, ask: typeof isDone) {
  return stepsOf(progress.choice, null).filter((step) => ask(step, progress));
}
