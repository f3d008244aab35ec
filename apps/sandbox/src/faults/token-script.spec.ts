import { TokenScript } from './token-script.js';

const status = (code: number) => ({ answer: 'status', status: code }) as const;
const codeOf = (answer: unknown) => (answer as { status: number } | undefined)?.status;

it('answers in order, each as often as said, and only whom it is meant for', () => {
  const script = new TokenScript();
  script.set([status(500), status(503)], 1, {});
  script.set([status(400)], Infinity, { profile: 'google', grantType: 'refresh_token' });
  expect(codeOf(script.take('microsoft', 'refresh_token'))).toBe(500);
  expect(codeOf(script.take('google', 'authorization_code'))).toBe(503);
  expect(codeOf(script.take('google', 'authorization_code'))).toBeUndefined();
  expect(codeOf(script.take('strict', null))).toBeUndefined();
  for (const _time of [1, 2]) expect(codeOf(script.take('google', 'refresh_token'))).toBe(400);
  expect(script.state).toEqual({ 'token endpoint google refresh_token': { what: status(400), left: null } });
});

it('forgets what was scripted before for the same requests, and nothing else', () => {
  const script = new TokenScript();
  script.set([status(500)], 1, { profile: 'google' });
  script.set([status(501)], 1, { profile: 'strict' });
  script.set([status(502)], 1, { profile: 'google' });
  expect(
    [script.take('google', null), script.take('google', null), script.take('strict', null)].map(codeOf),
  ).toEqual([502, undefined, 501]);
  script.set([status(500)], 1, { profile: 'google' });
  script.set([status(503)], 1, {});
  expect(codeOf(script.take('google', null))).toBe(503);
});
