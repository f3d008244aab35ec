import { submissionHost } from './submission-host.js';

const google = {
  template: 'google',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  mailHosts: [],
  submission: null,
};
const custom = { ...google, template: 'custom', tokenEndpoint: 'https://id.example/token' };
const relay = { host: 'smtp.example', port: 587, security: 'starttls' } as const;

it.each([
  ['the template’s', google, { host: 'smtp.gmail.com', port: 465, security: 'tls' }],
  [
    'what an admin said, among the hosts',
    { ...google, mailHosts: ['smtp.example'], submission: relay },
    relay,
  ],
  [
    'what an admin said, of a custom client',
    { ...custom, mailHosts: ['smtp.example'], submission: relay },
    relay,
  ],
  ['nowhere, where nobody knows', custom, null],
  ['nowhere that the client does not name', { ...google, submission: relay }, null],
  ['nowhere while any host would do', { ...custom, submission: relay }, null],
  ['not at Google, with somebody else’s tokens', { ...google, tokenEndpoint: custom.tokenEndpoint }, null],
])('mail leaves at %s', (_, client, place) => {
  expect(submissionHost(client)).toEqual(place);
});
