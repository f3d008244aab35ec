import { inspect } from 'node:util';
import { Logger } from '@nestjs/common';
import { kernelProblem } from '../problems/kernel-problems.js';
import { newCorrelation, uncorrelated, withinCorrelation } from './correlation.js';
import { EventLog } from './event-log.js';

describe('EventLog', () => {
  let warned: jest.SpyInstance;
  beforeEach(() => {
    warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  });
  afterEach(() => warned.mockRestore());

  const record = (): Record<string, unknown> => ({ ...warned.mock.calls.at(-1)?.[0] });

  it('adds what is known of the work it is part of', () => {
    const log = new EventLog();
    newCorrelation({ accountId: 'a' }, () =>
      withinCorrelation({ tokenId: 't' }, () => log.warn('dns-silent', 'DNS does not answer', { tries: 2 })),
    );
    expect(record()).toEqual({
      event: 'dns-silent',
      msg: 'DNS does not answer',
      correlationId: expect.stringMatching(/^[\da-f-]{36}$/),
      accountId: 'a',
      tokenId: 't',
      tries: 2,
    });
  });

  it('knows nothing of work that goes on for others', () => {
    newCorrelation({ accountId: 'a' }, () => uncorrelated(() => new EventLog().warn('x', 'X')));
    expect(record()).toEqual({ event: 'x', msg: 'X' });
  });

  it('keeps to the id that work brought along, also through awaits', async () => {
    await newCorrelation(
      {},
      async () => {
        await Promise.resolve();
        new EventLog().warn('x', 'X');
      },
      'of-the-request',
    );
    expect(record()).toMatchObject({ correlationId: 'of-the-request' });
  });

  it('says of an error its problem, its class and its stacks, and nothing else', () => {
    const cause = Object.assign(new Error('relation "x" does not exist'), { parameters: ['p4ssword'] });
    new EventLog().warn('x', 'X', {}, kernelProblem('database-busy', { disposition: 'retry-later', cause }));
    expect(record()).toMatchObject({ problem: 'database-busy', class: 'retry-later' });
    expect(record()['stack']).toMatch(
      /Problem: database-busy[\s\S]*caused by Error: relation "x" does not exist/,
    );
    expect(JSON.stringify(warned.mock.calls)).not.toContain('p4ssword');
  });

  it('is one line where lines are for people', () => {
    newCorrelation({}, () => new EventLog().warn('dns-silent', 'DNS does not answer', { tries: 2 }), 'id');
    expect(inspect(warned.mock.calls.at(-1)?.[0])).toBe(
      'DNS does not answer [dns-silent correlationId=id tries=2]',
    );
  });

  it('makes nothing of what nobody would write', () => {
    const enabled = jest.spyOn(Logger, 'isLevelEnabled').mockReturnValue(false);
    new EventLog().warn('x', 'X');
    expect(new EventLog().debugs).toBe(false);
    enabled.mockRestore();
    expect(warned).not.toHaveBeenCalled();
  });
});
