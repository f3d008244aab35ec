import { type Provider } from '../providers/client-template.js';
import { lintRedirectUri } from './lint-redirect-uri.js';

const path = '/mailroom/oauth2/callback';

describe('lintRedirectUri', () => {
  it.each<[string, Provider, string[]]>([
    [`https://help.example.com${path}`, 'microsoft', []],
    [`https://help.example.com${path}`, 'google', []],
    [`http://localhost:3000${path}`, 'microsoft', []],
    [`http://localhost:3000${path}`, 'google', []],
    [`http://help.example.com${path}`, 'microsoft', ['redirect-not-https']],
    [`http://help.example.com${path}`, 'standard', ['redirect-not-https']],
    [`https://192.0.2.7${path}`, 'microsoft', ['redirect-raw-address']],
    [`https://192.0.2.7${path}`, 'google', ['redirect-raw-address']],
    [`https://[2001:db8::7]${path}`, 'microsoft', ['redirect-raw-address']],
    [`http://127.0.0.1:3000${path}`, 'microsoft', ['redirect-raw-address']],
    [`http://127.0.0.1:3000${path}`, 'google', []],
    [`https://help.local${path}`, 'google', ['redirect-private-domain']],
    [`https://app.localhost${path}`, 'google', ['redirect-private-domain']],
    [`https://helpdesk${path}`, 'google', ['redirect-private-domain']],
    [`https://help.corp${path}`, 'google', ['redirect-private-domain']],
    [`https://help.local${path}`, 'microsoft', []],
    [`http://host.docker.internal:3000${path}`, 'microsoft', ['redirect-docker-host']],
    [`http://host.docker.internal:3000${path}`, 'google', ['redirect-docker-host']],
    [`https://help.example.com/${'x'.repeat(256)}`, 'microsoft', ['redirect-too-long']],
    [`https://help.example.com/${'x'.repeat(256)}`, 'google', []],
    ['https://help.example.com/a(b)/callback', 'microsoft', ['redirect-characters']],
    ['https://help.example.com/*/callback', 'google', ['redirect-characters']],
    [`https://u:p@help.example.com${path}`, 'google', ['redirect-user-name']],
    [`https://help.example.com${path}#x`, 'microsoft', ['redirect-fragment']],
    ['https://help.example.com/Mail/oauth2/callback', 'microsoft', ['redirect-upper-case']],
  ])('%s at %s', (uri, provider, codes) => {
    expect(lintRedirectUri(uri, provider).map(({ code }) => code)).toEqual(codes);
  });

  it('knows a cure for the host of Docker', () => {
    expect(lintRedirectUri(`http://host.docker.internal${path}`, 'google')[0]).toMatchObject({
      severity: 'error',
      params: { host: 'host.docker.internal' },
    });
  });
});
