import { exchangeCommands } from './exchange-commands.js';

const application = { clientId: 'app', name: 'Post', tenant: null, objectId: null, mailbox: null };

it('names what it knows and leaves open what it does not', () => {
  expect(exchangeCommands(application)[1]).toBe(
    `New-ServicePrincipal -AppId 'app' -ObjectId '<object ID of the enterprise application>' -DisplayName 'Post'`,
  );
  const known = { ...application, tenant: 'contoso.com', objectId: 'oid', mailbox: 'help@contoso.com' };
  expect(exchangeCommands(known).slice(0, 3)).toEqual([
    `Connect-ExchangeOnline -Organization 'contoso.com'`,
    `New-ServicePrincipal -AppId 'app' -ObjectId 'oid' -DisplayName 'Post'`,
    `Add-MailboxPermission -Identity 'help@contoso.com' -User 'oid' -AccessRights FullAccess`,
  ]);
});

it.each([
  [`Ada's post`, `'Ada''s post'`],
  ['Ada’s post', `'Ada’’s post'`],
  [`x'; Remove-Mailbox *`, `'x''; Remove-Mailbox *'`],
  ['two\nlines', `'two lines'`],
])('lets the name %j be nothing but a name', (name, quoted) => {
  expect(exchangeCommands({ ...application, name })[1]).toContain(`-DisplayName ${quoted}`);
});
