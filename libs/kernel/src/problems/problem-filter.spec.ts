import { ForbiddenException, Logger, type ArgumentsHost } from '@nestjs/common';
import { type HttpAdapterHost } from '@nestjs/core';
import { kernelProblem } from './kernel-problems.js';
import { ProblemFilter } from './problem-filter.js';

function answerTo(error: unknown): { body: unknown; status: number; headers: Record<string, string> } {
  const answer = { body: undefined as unknown, status: 0, headers: {} as Record<string, string> };
  const httpAdapter = {
    setHeader: (_: unknown, name: string, value: string) => (answer.headers[name] = value),
    reply: (_: unknown, body: unknown, status: number) => Object.assign(answer, { body, status }),
  };
  const host = {
    switchToHttp: () => ({
      getRequest: () => ({ method: 'GET', headers: { 'x-request-id': 'quoted-by-an-admin' } }),
      getResponse: () => ({ header: httpAdapter.setHeader.bind(null, null) }),
    }),
  } as ArgumentsHost;
  new ProblemFilter({ httpAdapter } as unknown as HttpAdapterHost).catch(error, host);
  return answer;
}

describe('ProblemFilter', () => {
  let logged: jest.SpyInstance;
  beforeEach(() => {
    logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  });
  afterEach(() => logged.mockRestore());

  it('answers a problem by its code, and keeps its cause to itself', () => {
    const problem = kernelProblem('invalid-input', {
      field: 'port',
      params: { reason: 'too large' },
      cause: new Error('p4ssword'),
    });
    const { body, status, headers } = answerTo(problem);
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toEqual({
      type: 'urn:mailroom:problem:invalid-input',
      status: 422,
      code: 'invalid-input',
      params: { reason: 'too large' },
      field: 'port',
      disposition: 'give-up',
      correlationId: 'quoted-by-an-admin',
    });
    expect(headers['x-request-id']).toBe('quoted-by-an-admin');
  });

  it('answers what has no name without a word of it, and logs stacks, not values', () => {
    const failure = Object.assign(new Error('relation "x" does not exist'), { parameters: ['p4ssword'] });
    const { body, status } = answerTo(failure);
    expect([status, JSON.stringify(body)]).toEqual([500, expect.stringContaining('"code":"unexpected"')]);
    expect(JSON.stringify(body)).not.toContain('does not exist');
    expect(JSON.stringify(logged.mock.calls)).toContain('does not exist');
    expect(JSON.stringify(logged.mock.calls)).not.toContain('p4ssword');
  });

  it('leaves the refusals of a host as they are', () => {
    const { body, status } = answerTo(new ForbiddenException('closed on Sundays'));
    expect([status, body]).toEqual([403, expect.objectContaining({ message: 'closed on Sundays' })]);
  });
});
