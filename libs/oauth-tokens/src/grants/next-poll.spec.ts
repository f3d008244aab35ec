import { type FailureSigns } from '../failures/token-failure.js';
import { microsoft365 } from '../providers/microsoft-365.js';
import { nextPoll } from './next-poll.js';

const next = (signs: FailureSigns, interval = 5) =>
  nextPoll({ template: microsoft365 }, { kind: 'failure', signs, answered: true }, interval);

describe('nextPoll', () => {
  it.each<[FailureSigns, number, number]>([
    [{ status: 400, error: 'authorization_pending', errorCodes: [70016] }, 5, 5],
    [{ status: 400, error: 'slow_down' }, 5, 10],
    [{ status: 400, error: 'slow_down' }, 10, 15],
    [{ status: 503 }, 5, 10],
    [{ status: null, problem: 'deadline-exceeded' }, 40, 60],
  ])('after %j at %i s waits %i s', (signs, interval, expected) => {
    expect(next(signs, interval)).toEqual({ kind: 'wait', interval: expected });
  });

  it.each<[FailureSigns, string]>([
    [{ status: 400, error: 'authorization_declined' }, 'consent-denied'],
    [{ status: 400, error: 'access_denied' }, 'consent-denied'],
    [{ status: 400, error: 'expired_token' }, 'device-code-expired'],
    [{ status: 401, error: 'invalid_client', errorCodes: [7000215] }, 'exchange-failed'],
    [{ status: 400, error: 'invalid_grant' }, 'exchange-failed'],
    [{ status: null, problem: 'address-not-allowed' }, 'exchange-failed'],
  ])('ends after %j with %s', (signs, code) => {
    expect(next(signs)).toMatchObject({ kind: 'ended', problem: { code } });
  });
});
