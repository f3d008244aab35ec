import { bareAddress, splitRecipients } from './recipients.js';

it.each([
  ['jane@acme.test', ['jane@acme.test']],
  [' jane@acme.test , bob@acme.test,', ['jane@acme.test', 'bob@acme.test']],
  ['"Doe, Jane" <Jane@acme.test>, bob@acme.test', ['jane@acme.test', 'bob@acme.test']],
  [' , ', []],
])('%j goes to %j', (line, addresses) => {
  expect(splitRecipients(line).map(bareAddress)).toEqual(addresses);
});
