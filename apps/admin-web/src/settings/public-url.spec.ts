import { outlookOf } from './public-url.js';

const present = {
  publicUrl: 'http://localhost:3000/',
  redirectUri: 'http://localhost:3000/mailroom/oauth2/callback',
};

describe('outlookOf', () => {
  it.each([
    ['https://desk.example', 'https://desk.example/mailroom/oauth2/callback', false],
    [' https://desk.example/backend/ ', 'https://desk.example/backend/mailroom/oauth2/callback', false],
    ['http://localhost:4000', 'http://localhost:4000/mailroom/oauth2/callback', false],
    ['http://desk.example', null, true],
    ['http://127.0.0.1', null, true],
    ['desk.example', null, false],
    ['https://desk.example/?a=b', null, false],
    ['ftp://desk.example', null, false],
    ['', null, false],
  ])('%s leads to %s', (typed, redirectUri, needsHttps) => {
    expect(outlookOf(typed, present)).toEqual({ redirectUri, needsHttps });
  });
});
