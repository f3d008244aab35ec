import { HelpdeskLogger } from './helpdesk-logger.js';

function logged(say: (logger: HelpdeskLogger) => void, format: 'json' | 'pretty' = 'json'): string {
  let text = '';
  say(new HelpdeskLogger({ level: 'info', format, write: (line) => (text += line) }));
  return text;
}

describe('HelpdeskLogger', () => {
  it('keeps the fields of a record apart', () => {
    const line = logged((logger) =>
      logger.warn(
        { event: 'token-not-refreshed', msg: 'A token was not refreshed', tokenId: '7' },
        'Mailroom',
      ),
    );
    expect(JSON.parse(line)).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      context: 'Mailroom',
      event: 'token-not-refreshed',
      msg: 'A token was not refreshed',
      tokenId: '7',
    });
  });

  it('takes what Nest logs: a message, a stack, a place', () => {
    const line = logged((logger) => logger.error('boom', 'Error: boom\n    at x', 'ExceptionsHandler'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      msg: 'boom',
      context: 'ExceptionsHandler',
      stack: 'Error: boom\n    at x',
    });
  });

  it('writes no secret, by path or by pattern', () => {
    const text = logged((logger) => {
      logger.log({
        msg: 'x',
        req: { headers: { authorization: 'hidden-by-path' } },
        password: 'hidden-by-path',
      });
      logger.log('asked https://idp.example/token?code=hidden-by-pattern');
      logger.error(new Error('refresh_token=hidden-by-pattern'));
    });
    expect(text.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(4);
    expect(text).not.toContain('hidden');
  });

  it('is quiet below its level, and about what Nest says of every route', () => {
    expect(logged((logger) => logger.debug('x', 'Mailroom'))).toBe('');
    expect(logged((logger) => logger.log('Mapped {/, GET} route', 'RouterExplorer'))).toBe('');
  });

  it('writes a line for people', () => {
    const line = logged(
      (logger) => logger.warn({ event: 'dns-silent', msg: 'DNS does not answer', tries: 2 }, 'Mailroom'),
      'pretty',
    );
    // oxlint-disable-next-line no-control-regex
    const plain = line.replace(/\u001b\[\d+m/g, '');
    expect(plain).toMatch(/^\d\d:\d\d:\d\d WARN  Mailroom: DNS does not answer dns-silent tries=2\n$/);
  });
});
