import { documentsOf } from './discover-endpoints.js';

describe('documentsOf', () => {
  it.each([
    [
      'https://login.test',
      [
        'https://login.test/.well-known/openid-configuration',
        'https://login.test/.well-known/oauth-authorization-server',
      ],
    ],
    [
      'https://login.test/realms/mail/',
      [
        'https://login.test/realms/mail/.well-known/openid-configuration',
        'https://login.test/.well-known/oauth-authorization-server/realms/mail',
      ],
    ],
    [
      'https://login.test/.well-known/oauth-authorization-server',
      ['https://login.test/.well-known/oauth-authorization-server'],
    ],
  ])('looks for %s', (typed, documents) => {
    expect(documentsOf(typed)).toEqual(documents);
  });
});
