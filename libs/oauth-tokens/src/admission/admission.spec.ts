import { admissionOf } from './admission.js';

const application = {
  clientId: 'b1f2c3d4-0000-4000-8000-000000000001',
  name: 'Helpdesk mail',
  tenant: 'contoso.com',
  flow: 'client-credentials',
  template: 'microsoft-365-app-only',
  tokenEndpoint: 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
  scope: 'https://outlook.office365.com/.default',
} as const;

describe('admissionOf', () => {
  it('asks the administrator of a tenant for consent where that tenant signs in', () => {
    expect(admissionOf(application, {}).adminConsentUrl).toBe(
      'https://login.microsoftonline.com/contoso.com/v2.0/adminconsent' +
        '?client_id=b1f2c3d4-0000-4000-8000-000000000001&scope=https%3A%2F%2Foutlook.office365.com%2F.default',
    );
    const china = 'https://login.partner.microsoftonline.cn/t/oauth2/v2.0/token';
    expect(admissionOf({ ...application, tokenEndpoint: china }, {}).adminConsentUrl).toMatch(
      /^https:\/\/login\.partner\.microsoftonline\.cn\/t\/v2\.0\/adminconsent\?/,
    );
    const ours = { ...application, tokenEndpoint: 'https://login.example/token' };
    expect(admissionOf(ours, {}).adminConsentUrl).toBeNull();
  });

  it('tells Exchange whom to admit to which mailbox, and leaves open what nobody said', () => {
    const known = admissionOf(application, { mailbox: 'help@contoso.com', objectId: 'oid' });
    expect(known.commands).toContain(
      `Add-MailboxPermission -Identity 'help@contoso.com' -User 'oid' -AccessRights FullAccess`,
    );
    expect(admissionOf(application, {}).commands).toContain(
      `Add-MailboxPermission -Identity '<mailbox>' -User '<object ID of the enterprise application>' -AccessRights FullAccess`,
    );
  });

  it('names the scope that a domain delegates to a service account', () => {
    const scope = 'https://mail.google.com/';
    const robot = { ...application, template: 'google-service-account', flow: 'jwt-bearer', scope } as const;
    expect(admissionOf(robot, {})).toEqual({ adminConsentUrl: null, commands: [], delegation: { scope } });
  });

  it.each([
    ['microsoft-365', 'authorization-code'],
    ['google', 'authorization-code'],
    ['custom', 'client-credentials'],
    ['custom', 'jwt-bearer'],
  ] as const)('has nothing to say of %s with %s', (template, flow) => {
    expect(admissionOf({ ...application, template, flow }, {})).toEqual({
      adminConsentUrl: null,
      commands: [],
      delegation: null,
    });
  });
});
