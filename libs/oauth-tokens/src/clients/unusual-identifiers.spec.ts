import { templateOf } from '../providers/client-templates.js';
import { unusualIdentifiers } from './unusual-identifiers.js';

const guid = '5a4d1b0c-0000-4000-8000-73616e64626f';
const google = '1234567890-abcdef123.apps.googleusercontent.com';

describe('unusualIdentifiers', () => {
  it.each([
    ['microsoft-365', { clientId: guid, tenant: guid }, []],
    ['microsoft-365', { clientId: guid, tenant: 'contoso.onmicrosoft.com' }, []],
    ['microsoft-365', { clientId: guid, tenant: 'Organizations' }, []],
    ['microsoft-365', {}, []],
    ['microsoft-365', { clientId: 'Helpdesk mail' }, ['client-id-unusual']],
    [
      'microsoft-365-app-only',
      { clientId: google, tenant: 'Contoso' },
      ['client-id-unusual', 'tenant-unusual'],
    ],
    ['google', { clientId: google }, []],
    ['google', { clientId: guid }, ['client-id-unusual']],
    ['google-service-account', { clientId: 'robot@project.iam.gserviceaccount.com' }, []],
    ['custom', { clientId: 'anything', tenant: 'any' }, []],
  ] as const)('%s with %j: %j', (template, draft, codes) => {
    const found = unusualIdentifiers(draft, templateOf(template));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('knows nothing of endpoints that are somebody else’s', () => {
    const draft = { clientId: 'x', tokenEndpoint: 'https://login.example/token' };
    expect(unusualIdentifiers(draft, templateOf('google'))).toEqual([]);
  });
});
