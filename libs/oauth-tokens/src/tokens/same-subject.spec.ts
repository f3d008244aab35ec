import { isAboutAnother } from './same-subject.js';

const idToken = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

describe('isAboutAnother', () => {
  it.each([
    ['none', undefined, false],
    ['one that is garbage', 'a.b.c', false],
    ['one without a subject', idToken({ iss: 'x' }), false],
    ['one about the same person', idToken({ sub: 'ann' }), false],
    ['one about another', idToken({ sub: 'bob' }), true],
  ])('%s: %s', (_, token, answer) => {
    expect(isAboutAnother(token, 'ann')).toBe(answer);
  });
});
