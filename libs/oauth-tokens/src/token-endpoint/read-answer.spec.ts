import fc from 'fast-check';
import { readAnswer } from './read-answer.js';

const now = new Date('2026-11-20T12:00:00Z');
const answer = (status: number, body: unknown, retryAfter: string | null = null) =>
  readAnswer({ status, retryAfter, body: typeof body === 'string' ? body : JSON.stringify(body) }, now);

describe('readAnswer', () => {
  it.each([
    ['by the book', { access_token: 'a', token_type: 'Bearer', expires_in: 3600 }, { expires_in: 3600 }],
    [
      'with seconds as text',
      { access_token: 'a', token_type: 'bearer', expires_in: '3599' },
      { expires_in: 3599 },
    ],
    ['with nonsense for seconds', { access_token: 'a', expires_in: 'soon' }, { expires_in: undefined }],
    ['without any', { access_token: 'a' }, {}],
    ['with an empty refresh token', { access_token: 'a', refresh_token: '' }, { refresh_token: undefined }],
    ['with a rotated one', { access_token: 'a', refresh_token: 'r' }, { refresh_token: 'r' }],
  ])('reads tokens %s', (_, body, expected) => {
    expect(answer(200, body)).toMatchObject({ kind: 'tokens', tokens: { access_token: 'a', ...expected } });
  });

  it.each([
    ['garbage', 200, 'what?', { status: 200, problem: 'answer-unreadable' }, false],
    ['no token', 200, {}, { status: 200, problem: 'answer-unreadable' }, false],
    [
      'a token of another kind',
      200,
      { access_token: 'a', token_type: 'mac' },
      { problem: 'answer-unreadable' },
      false,
    ],
    ['an error in disguise', 200, { error: 'invalid_grant' }, { status: 200, error: 'invalid_grant' }, true],
    ['an error', 400, { error: 'invalid_grant', error_description: 'x' }, { error: 'invalid_grant' }, true],
    [
      'an error of Microsoft',
      400,
      { error: 'invalid_grant', error_codes: [50173], suberror: 'bad_token' },
      { errorCodes: [50173], suberror: 'bad_token' },
      true,
    ],
    ['an error page', 404, '<html>', { status: 404, error: undefined }, true],
    ['a gateway that lost the answer', 502, '<html>', { status: 502 }, false],
    ['an error that is no word', 400, { error: '<script>' }, { error: undefined }, true],
  ])('reads %s', (_, status, body, signs, answered) => {
    expect(answer(status, body)).toMatchObject({ kind: 'failure', signs, answered });
  });

  it.each([
    ['120', 120_000],
    ['Fri, 20 Nov 2026 12:01:00 GMT', 60_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', undefined],
    ['999999', 3_600_000],
    ['soon', undefined],
    [null, undefined],
  ])('takes Retry-After %s for %s ms', (header, expected) => {
    expect(answer(429, '{}', header)).toMatchObject({ retryAfterMs: expected });
  });

  it('reads anything without throwing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, body) => {
        expect(['tokens', 'failure']).toContain(answer(status, body).kind);
      }),
    );
  });

  it('reads the words of a provider that has its own', () => {
    const names = { access_token: 'token', refresh_token: 'renewal', error: 'fault' };
    const read = (body: object, status = 200) =>
      readAnswer({ status, retryAfter: null, body: JSON.stringify(body) }, now, names);
    expect(read({ token: 'a', renewal: 'r', expires_in: 60 })).toMatchObject({
      tokens: { access_token: 'a', refresh_token: 'r', expires_in: 60 },
    });
    expect(read({ access_token: 'a' })).toMatchObject({ tokens: { access_token: 'a' } });
    expect(read({ fault: 'invalid_grant' }, 400)).toMatchObject({ signs: { error: 'invalid_grant' } });
  });
});
