import { kernelProblem } from '@mailroom/kernel';
import { QueryFailedError } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { blameFor } from './blame.js';
import { HandlerFault } from './handler-fault.js';

const query = (code: string): Error =>
  new QueryFailedError('select', [], Object.assign(new Error('said no'), { code }));
const socket = (code: string): Error => Object.assign(new Error('socket'), { code });

describe('blameFor', () => {
  it.each([
    ['the connection', query('08006'), 'database'],
    ['a serialization failure', query('40001'), 'database'],
    ['a deadlock', query('40P01'), 'database'],
    ['a full disk', query('53100'), 'database'],
    ['a shutdown', query('57P01'), 'database'],
    ['a lock that did not come', query('55P03'), 'database'],
    ['a restart of the server', socket('ECONNREFUSED'), 'database'],
    ['a connection that ended', new Error('Connection terminated unexpectedly'), 'database'],
    ['no connection left', kernelProblem('database-busy'), 'database'],
    ['a violated constraint', query('23505'), 'mail'],
    ['an error of the host before', query('25P02'), 'mail'],
    ['anything else', new Error('oops'), 'mail'],
    ['a lost session', mailAccountProblem('session-lost'), 'session'],
  ])('%s', (_, error, blame) => expect(blameFor(error)).toBe(blame));

  it.each([
    ['a plain throw', new Error('oops'), 'mail'],
    ['nothing at all', undefined, 'mail'],
    ['a machine that it cannot reach', socket('ECONNREFUSED'), 'mail'],
    ['a violated constraint', query('23505'), 'mail'],
    ['a deadlock', query('40P01'), 'database'],
    ['a deadlock, wrapped', new Error('could not save', { cause: query('40P01') }), 'database'],
    ['our connection', query('ECONNRESET'), 'database'],
    ['its own problem', kernelProblem('unexpected'), 'mail'],
  ])('when the handler throws %s', (_, cause, blame) =>
    expect(blameFor(new HandlerFault(cause))).toBe(blame),
  );
});
