import { X509Certificate } from 'node:crypto';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { TestAuthority, type KeyedCertificate } from '../support/certificates.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { tabAndType, tabTo } from './keyboard.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

describeWithDovecot('setting up an account by hand', () => {
  let helpdesk: OpenHelpdesk;
  let dovecot: Dovecot;
  let shown: KeyedCertificate;
  let ada: Visitor;

  beforeAll(async () => {
    const authority = await TestAuthority.found('Our house');
    shown = await authority.signs('imap.elsewhere.test');
    dovecot = await startDovecot({ certificate: shown });
    helpdesk = await openHelpdesk();
    ada = await Visitor.at(helpdesk);
    await ada.goTo('/mailroom/');
    await ada.signIn('ada');
  });
  afterAll(async () => {
    await helpdesk?.close();
    await dovecot?.stop();
  });
  afterEach(() => {
    // A refused form is part of the story; browsers call it an error.
    const refused = / status of 422 /;
    expect([...ada.strayed, ...ada.complaints.filter((text) => !refused.test(text))]).toEqual([]);
  });

  it('begins with an address that everybody knows', async () => {
    await ada.goTo('/mailroom/accounts/new');
    await ada.field('Your address').fill('jane@gmx.de');
    await ada.button('Find the settings').click();
    await ada.reads('2 ways were found');
    expect(await ada.field('IMAP host').inputValue()).toBe('imap.gmx.net');
    expect(await ada.field('Login').inputValue()).toBe('jane@gmx.de');
    await ada.page.getByRole('radio', { name: /POP3 · pop.gmx.net:995/ }).check();
    expect(await ada.field('POP3 host').inputValue()).toBe('pop.gmx.net');
    await picture(ada.page, 'accounts-discovery');
  });

  it('pins the certificate that a failed test showed, chooses a folder, and goes live', async () => {
    const login = 'support@example.test';
    dovecot.seed(login, [Buffer.from('Subject: one\r\n\r\n1\r\n')], { folder: 'Team' });
    await ada.goTo('/mailroom/accounts/new');
    await ada.field('Name').fill('Support');
    await ada.field('IMAP host').fill('127.0.0.1');
    await ada.field('Port').fill(String(dovecot.imap.tlsPort));
    await ada.field('Login').fill(login);
    await ada.page.getByRole('textbox', { name: 'Password' }).fill('pass');

    await ada.button('Test these settings').click();
    await ada.reads(/is not valid/);
    await ada.reads(/Certificate of imap.elsewhere.test/);
    const { fingerprint256 } = new X509Certificate(shown.certificate);
    await ada.reads(fingerprint256);
    await picture(ada.page, 'accounts-certificate');
    await ada.button('Believe this certificate only').click();
    expect(await ada.field('SHA-256 fingerprint').inputValue()).toBe(fingerprint256);
    await ada.button('Test these settings').click();
    await ada.reads('Everything works.');
    await ada.reads(/TLSv1.3/);

    await ada.button('Look which folders there are').click();
    await ada.reads('2 found: type to search.');
    await ada.page
      .getByRole('combobox', { name: 'Folders' })
      .or(ada.page.getByRole('textbox', { name: 'Folders' }))
      .first()
      .fill('tea');
    await ada.page.keyboard.press('ArrowDown');
    await ada.page.keyboard.press('Enter');
    expect(await namelessControls(ada.page)).toEqual([]);
    expect(await keyboardFaults(ada.page)).toEqual([]);
    await picture(ada.page, 'accounts-folders');

    await ada.button('Add and start fetching').click();
    await ada.heading('Support').waitFor();
    await ada.reads('Last test: everything worked');
    await ada.button('Steps of the last test').click();
    await ada.reads(/By PLAIN/);
    await picture(ada.page, 'accounts-last-test');
  });

  it('warns for as long as any certificate is believed', async () => {
    await ada.page.getByRole('tab', { name: 'Settings' }).click();
    await ada.page.getByLabel('Certificates that are believed').selectOption('any');
    await ada.reads('Anybody could pose as this mail server');
    await ada.page.getByRole('textbox', { name: 'Password' }).fill('pass');
    await ada.button('Save').click();
    await ada.reads('Saved');
    await ada.page.reload();
    await ada.reads('Anybody could pose as this mail server');
  });

  it('is added with the keyboard alone', async () => {
    const { page } = ada;
    const { imap } = helpdesk.sandbox;
    const { address } = helpdesk.sandbox.addPerson('keys@sandbox.test');
    await ada.goTo('/mailroom/accounts/new');
    await tabAndType(page, ada.field('Name'), 'By keyboard');
    await tabAndType(page, ada.field('IMAP host'), 'http://imap');
    await ada.reads('The server does not accept this value: it is no host name.');
    await tabAndType(page, ada.field('IMAP host'), imap.host);
    await page.locator('[aria-invalid=true]').waitFor({ state: 'detached' });
    await tabAndType(page, ada.field('Port'), String(imap.port));
    await tabTo(page, ada.page.getByLabel('Encryption'));
    await page.keyboard.type('None');
    await tabAndType(page, ada.field('Login'), address);
    await tabAndType(page, page.getByRole('textbox', { name: 'Password' }), 'sandbox');
    await tabTo(page, page.locator('input').and(ada.field('Folders')));
    await page.keyboard.type('Archive');
    await page.keyboard.press('Enter');
    await tabTo(page, ada.button('Remove INBOX'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await ada.button('Remove INBOX').waitFor({ state: 'detached' });
    await tabTo(page, ada.button('Test these settings'));
    await page.keyboard.press('Enter');
    await ada.reads('Everything works.');
    await tabTo(page, ada.button('Add and start fetching'));
    await page.keyboard.press('Enter');
    await ada.heading('By keyboard').waitFor();
    await ada.reads('Fetching');
    // A hundred keys, with a look at the page after each.
  }, 180_000);
});
