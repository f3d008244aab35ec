import { kernelProblem } from '@mailroom/kernel';
import { HandlerFault } from './handler-fault.js';
import { faultCode, nextOffer } from './next-offer.js';

describe('nextOffer', () => {
  it.each([
    [1, { outcome: 'retrying', attempts: 1, retryInMs: 30_000 }],
    [2, { outcome: 'retrying', attempts: 2, retryInMs: 60_000 }],
    [3, { outcome: 'quarantined', attempts: 3, retryInMs: null }],
    [4, { outcome: 'quarantined', attempts: 4, retryInMs: null }],
  ])('after failure %i', (attempts, next) => expect(nextOffer(attempts, () => 1)).toEqual(next));
});

describe('faultCode', () => {
  it.each([
    ['the code of a problem', kernelProblem('unexpected'), 'unexpected'],
    ['no word of anything else', new Error('password is hunter2'), 'handler-failed'],
    ['nothing of nothing', undefined, 'handler-failed'],
  ])('keeps %s', (_, cause, code) => expect(faultCode(new HandlerFault(cause))).toBe(code));
});
