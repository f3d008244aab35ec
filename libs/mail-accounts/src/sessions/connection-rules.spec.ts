import { rulesParameter } from './connection-rules.js';

it('turns rules into patterns of LIKE, and ends with one that fits every host', () => {
  const rules = rulesParameter([
    { host: 'imap.gmail.com', per: 'login', limit: 10 },
    { host: '*.my_house.example', per: 'host', limit: 300 },
  ]);
  expect(JSON.parse(rules)).toEqual([
    { host: 'imap.gmail.com', per: 'login', most: 10 },
    { host: '%.my\\_house.example', per: 'host', most: 300 },
    { host: '%', per: 'host', most: 10 },
  ]);
});
