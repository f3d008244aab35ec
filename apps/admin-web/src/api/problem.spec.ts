import { asProblem, problemOf } from './problem.js';

it.each([
  ['a problem of Mailroom', { code: 'client-in-use', correlationId: 'x' }, 409, 'client-in-use'],
  [
    'nobody being signed in, as a guard of the host says it',
    { message: 'Unauthorized' },
    401,
    'sign-in-required',
  ],
  ['a firewall', '<html>', 403, 'answer-not-ours'],
  ['a file that a proxy does not take', '<html>', 413, 'sent-too-much'],
  ['a limit of requests', undefined, 429, 'asked-too-often'],
  ['a failure of the host without a word', undefined, 500, 'helpdesk-failed'],
  ['a proxy without a helpdesk', '<html>', 502, 'helpdesk-away'],
  ['a helpdesk that starts', '<html>', 503, 'helpdesk-away'],
  ['a proxy that waited in vain', '<html>', 504, 'helpdesk-away'],
  ['anything else', 'teapot', 418, 'answer-not-ours'],
])('names %s', (_, body, status, code) => {
  expect(problemOf(body, status)).toMatchObject({ code, status });
});

it('takes what a page throws for a failure of the page', () => {
  expect(asProblem(new TypeError('undefined is not a function'))).toEqual({ code: 'page-failed' });
});
