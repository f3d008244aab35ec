import { matching } from './matching.js';

const accounts = [
  { name: 'Support', host: 'imap.example.com' },
  { name: 'Sales', host: 'imap.example.com' },
  { name: 'Support EU', host: 'mail.example.eu' },
];

it.each([
  ['', ['Support', 'Sales', 'Support EU']],
  ['support', ['Support', 'Support EU']],
  ['SUPPORT  imap', ['Support']],
  ['nothing like it', []],
])('finds for %j', (search, expected) => {
  const found = matching(accounts, search, ({ name, host }) => [name, host]);
  expect(found.map(({ name }) => name)).toEqual(expected);
});
