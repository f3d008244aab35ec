import { clientTemplates, templateOf } from '../providers/client-templates.js';
import { checkScope } from './check-scope.js';

const check = (template: string, scope: string, more: object = {}) => {
  const { flow, identity, ...rest } = templateOf(template);
  return checkScope({ scope, flow, identity, ...more }, { ...rest, flow, identity });
};
const outlook = 'https://outlook.office.com/';
const mail = `${outlook}IMAP.AccessAsUser.All ${outlook}SMTP.Send offline_access openid`;

describe('checkScope', () => {
  it.each(clientTemplates.map(({ id }) => id))('has nothing against the scope of %s', (id) => {
    const found = check(id, templateOf(id).scope).filter(({ code }) => code !== 'scope-restricted');
    expect(found).toEqual([]);
  });

  it('names the pair that does not go together', () => {
    expect(check('microsoft-365', `User.Read ${mail}`)).toEqual([
      {
        severity: 'error',
        code: 'scope-mixes-resources',
        params: {
          one: 'User.Read',
          oneResource: 'Microsoft Graph',
          other: 'IMAP.AccessAsUser.All',
          otherResource: 'Exchange Online',
        },
      },
    ]);
  });

  it.each<[string, string, string, string[], object?]>([
    [
      'two resources',
      'microsoft-365',
      `${mail} https://graph.microsoft.com/Mail.Read`,
      ['scope-mixes-resources'],
    ],
    ['an own API beside mail', 'microsoft-365', `${mail} api://4711/read`, ['scope-mixes-resources']],
    [
      'two resources of a custom client',
      'custom',
      `${mail} https://graph.microsoft.com/Mail.Read`,
      ['scope-mixes-resources'],
    ],
    ['two clouds', 'custom', `${mail} https://outlook.office365.us/SMTP.Send`, ['scope-mixes-resources']],
    [
      '.default with a name',
      'microsoft-365',
      `${outlook}.default ${outlook}SMTP.Send offline_access openid`,
      ['scope-mixes-default'],
    ],
    ['.default with identity', 'microsoft-365', `${outlook}.default offline_access openid`, []],
    [
      'names in an application’s own name',
      'microsoft-365-app-only',
      `${outlook}SMTP.Send`,
      ['scope-not-default', 'scope-without-mail'],
    ],
    [
      'identity of an application',
      'microsoft-365-app-only',
      'https://outlook.office365.com/.default openid',
      ['scope-not-default'],
    ],
    [
      'both names of Exchange',
      'microsoft-365',
      `${mail} https://outlook.office365.com/POP.AccessAsUser.All`,
      ['scope-two-names'],
    ],
    [
      'mail of Graph',
      'microsoft-365',
      'IMAP.AccessAsUser.All offline_access openid',
      ['scope-graph-mail', 'scope-without-mail'],
    ],
    ['no refresh token', 'microsoft-365', `${outlook}SMTP.Send openid`, ['scope-without-refresh']],
    ['nobody', 'microsoft-365', `${outlook}SMTP.Send offline_access`, ['scope-without-identity']],
    ['nobody, on purpose', 'custom', 'mail offline_access', [], { identity: 'none' }],
    ['no mail', 'google', 'openid email', ['scope-without-mail']],
    ['Google’s mail', 'google', 'https://mail.google.com/ openid email', ['scope-restricted']],
    [
      'Google’s mail and more',
      'google',
      'https://mail.google.com/ openid https://www.googleapis.com/auth/drive',
      ['scope-restricted'],
    ],
    ['labels only', 'google-service-account', 'https://www.googleapis.com/auth/gmail.imap_admin', []],
    ['words that only the provider knows', 'custom', 'a:b https://x.test/y openid offline_access', []],
    ['mail in another case', 'microsoft-365', `${outlook}imap.accessasuser.all offline_access openid`, []],
  ])('%s', (_, template, scope, codes, more = {}) => {
    expect(check(template, scope, more).map(({ code }) => code)).toEqual(codes);
  });

  it('says how Graph’s word is written for the mail servers', () => {
    expect(check('microsoft-365-gcc-high', 'SMTP.Send openid offline_access')[0]?.params).toMatchObject({
      word: 'SMTP.Send',
      instead: 'https://outlook.office365.us/SMTP.Send',
    });
  });
});
