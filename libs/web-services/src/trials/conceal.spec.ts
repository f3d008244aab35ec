import { Secret } from '@mailroom/kernel';
import { conceal } from './conceal.js';

const token = 'ey.J"+/=t0k€n';

describe('conceal', () => {
  it.each([
    ['plain', `you said ${token}!`, 'you said •••!'],
    ['in a URL', `/next?t=${encodeURIComponent(token)}&a=1`, '/next?t=•••&a=1'],
    ['in JSON', JSON.stringify({ token }), '{"token":"•••"}'],
    ['in Base64', Buffer.from(token).toString('base64'), '•••'],
    ['in Base64 for URLs', Buffer.from(token).toString('base64url'), '•••'],
    ['twice', token + token, '••••••'],
    ['not at all', 'nothing of it', 'nothing of it'],
  ])('veils a secret %s', (_, text, shown) => {
    expect(conceal(text, [Secret.of(token)])).toBe(shown);
  });

  it('leaves nothing of a secret that holds another', () => {
    expect(conceal('abcd-efgh', [Secret.of('abcd'), Secret.of('abcd-efgh')])).toBe('•••');
  });

  it('does not hide an answer behind a secret of three letters', () => {
    expect(conceal('abc abcd', [Secret.of('abc')])).toBe('abc abcd');
  });
});
