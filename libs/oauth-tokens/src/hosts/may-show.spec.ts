import { hostsGained, hostsOf, mayShow, type ShownBy } from './may-show.js';

const microsoft: ShownBy = {
  template: 'microsoft-365',
  tokenEndpoint: 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token',
  mailHosts: [],
};
const google: ShownBy = {
  template: 'google',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  mailHosts: ['imap.googlemail.com'],
};
const custom: ShownBy = { template: 'custom', tokenEndpoint: 'https://id.example/token', mailHosts: [] };
const listed: ShownBy = { ...custom, mailHosts: ['imap.example', 'smtp.example'] };
const elsewhere: ShownBy = { ...microsoft, tokenEndpoint: 'https://id.example/token' };

describe('where a token may be shown', () => {
  it.each<[string, ShownBy, string, boolean]>([
    ['Microsoft’s to Microsoft', microsoft, 'outlook.office365.com', true],
    ['Microsoft’s to where Microsoft takes mail', microsoft, 'smtp.office365.com', true],
    ['Microsoft’s to anybody else', microsoft, 'imap.evil.example', false],
    ['Microsoft’s to a name that ends like Microsoft’s', microsoft, 'x.outlook.office365.com', false],
    ['Google’s to Google', google, 'imap.gmail.com', true],
    ['Google’s to a host that the client names', google, 'imap.googlemail.com', true],
    ['Google’s to Microsoft', google, 'outlook.office365.com', false],
    ['a custom client’s without a list, anywhere', custom, 'imap.any.example', true],
    ['a custom client’s to a host of its list', listed, 'imap.example', true],
    ['a custom client’s to another host', listed, 'pop.example', false],
    ['a template’s of another provider, anywhere', elsewhere, 'imap.any.example', true],
    [
      'a template’s of another provider with a list, not to the template’s hosts',
      { ...elsewhere, mailHosts: ['imap.example'] },
      'outlook.office365.com',
      false,
    ],
    ['that of a template that is gone, by the list', { ...listed, template: 'gone' }, 'imap.example', true],
  ])('%s: %#', (_, client, host, allowed) => {
    expect(mayShow(client, host)).toBe(allowed);
  });

  it('names each host once', () => {
    expect(hostsOf({ ...microsoft, mailHosts: ['smtp.office365.com', 'relay.example'] })).toEqual([
      'outlook.office365.com',
      'smtp.office365.com',
      'relay.example',
    ]);
  });
});

it.each<[string, ShownBy, ShownBy, readonly string[]]>([
  ['the same', listed, listed, []],
  ['fewer', listed, { ...listed, mailHosts: ['imap.example'] }, []],
  ['one more', listed, { ...listed, mailHosts: [...listed.mailHosts, 'pop.example'] }, ['pop.example']],
  ['one instead of the other', listed, { ...listed, mailHosts: ['pop.example'] }, ['pop.example']],
  ['a list where there was none', custom, listed, []],
  ['none where there was a list', listed, custom, ['*']],
  ['one that the template has', microsoft, { ...microsoft, mailHosts: ['smtp.office365.com'] }, []],
  ['one beside the template’s', microsoft, { ...microsoft, mailHosts: ['a.example'] }, ['a.example']],
  ['away from the template’s provider', microsoft, elsewhere, ['*']],
  ['back to it', elsewhere, microsoft, []],
])('what is gained by %s', (_, former, changed, gained) => {
  expect(hostsGained(former, changed)).toEqual(gained);
});
