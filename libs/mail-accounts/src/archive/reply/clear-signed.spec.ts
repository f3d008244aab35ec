import { replyText } from './reply-text.js';

const signature = [
  '-----BEGIN PGP SIGNATURE-----',
  '',
  'iQEzBAEBCAAdFiEE',
  '=abcd',
  '-----END PGP SIGNATURE-----',
];
const signed = (...lines: string[]) => [
  '-----BEGIN PGP SIGNED MESSAGE-----',
  'Hash: SHA256',
  '',
  ...lines,
  ...signature,
];

it.each([
  ['alone', signed('It works.', '', '- - the first', '- - and the second')],
  [
    'with what a list puts around it',
    ['', ...signed('It works.', '', '- - the first', '- - and the second'), ''],
  ],
  [
    'with the signature of a person',
    signed('It works.', '', '- - the first', '- - and the second', '- -- ', 'Ada', 'Acme Ltd'),
  ],
  [
    'above what it answers',
    signed(
      'It works.',
      '',
      '- - the first',
      '- - and the second',
      '',
      'On Tue, 2 Jun 2026 at 10:00, Desk <d@desk.test> wrote:',
      '> Try again.',
    ),
  ],
])('reads what is signed in the text by PGP, %s', (_, lines) => {
  expect(replyText(lines.join('\n'))).toBe('It works.\n\n- the first\n- and the second');
});

it.each([
  ['is not signed to its end', signed('It works.').slice(0, -1)],
  ['has no words', ['Look:', '-----BEGIN PGP SIGNED MESSAGE-----']],
])('leaves a text alone that %s', (_, lines) => {
  expect(replyText(lines.join('\n'))).toContain('-----BEGIN PGP SIGNED MESSAGE-----');
});
