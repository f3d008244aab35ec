import { QueryFailedError } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { endingOf } from './session-ending.js';

const running = { aborted: false };
const lostConnection = Object.assign(new Error('Connection not available'), { code: 'NoConnection' });

describe('endingOf', () => {
  it.each([
    ['a lost claim', mailAccountProblem('session-lost'), running, { kind: 'lost' }],
    ['a lost claim, told to stop', mailAccountProblem('session-lost'), { aborted: true }, { kind: 'lost' }],
    ['whatever breaks after we hung up', lostConnection, { aborted: true }, { kind: 'handed-back' }],
    [
      'a problem',
      mailAccountProblem('mailbox-busy'),
      running,
      { kind: 'failed', problem: { code: 'mailbox-busy' } },
    ],
    [
      'the mail server',
      lostConnection,
      running,
      { kind: 'failed', problem: { code: 'mailbox-connection-lost' } },
    ],
    [
      'our database',
      new QueryFailedError('select', [], Object.assign(new Error(), { code: '57P01' })),
      running,
      { kind: 'failed', problem: { code: 'database-trouble' } },
    ],
  ])('%s', (_, error, stopped, ending) => expect(endingOf(error, stopped)).toMatchObject(ending));
});
