import { missingScopes } from './granted-scope.js';
import { google } from '../providers/google.js';
import { microsoft365 } from '../providers/microsoft-365.js';

const [imap, smtp] = [
  'https://outlook.office.com/IMAP.AccessAsUser.All',
  'https://outlook.office.com/SMTP.Send',
];

describe('missingScopes', () => {
  it.each([
    ['all granted', microsoft365.mailScopes, microsoft365.scope, `${imap} ${smtp} openid`, []],
    [
      'granted under the other name',
      microsoft365.mailScopes,
      imap,
      'https://outlook.office365.com/imap.accessasuser.all',
      [],
    ],
    ['sending withheld', microsoft365.mailScopes, microsoft365.scope, `${imap} openid`, [smtp]],
    ['sending not asked for', microsoft365.mailScopes, `${imap} offline_access`, imap, []],
    ['mail unticked', google.mailScopes, google.scope, 'openid email', ['https://mail.google.com/']],
    [
      'identity renamed',
      google.mailScopes,
      google.scope,
      'https://mail.google.com/ openid x/userinfo.email',
      [],
    ],
    ['nothing said', google.mailScopes, google.scope, undefined, []],
    ['nothing but blanks said', google.mailScopes, google.scope, ' ', []],
    ['custom, all granted', 'asked' as const, 'openid email offline_access mail', 'mail', []],
    ['custom, one withheld', 'asked' as const, 'openid mail send', 'openid mail', ['send']],
  ])('%s', (_, mailScopes, asked, granted, missing) => {
    expect(missingScopes(mailScopes, asked, granted)).toEqual(missing);
  });
});
