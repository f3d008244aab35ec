import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { until } from '../support/until.js';
import { tabTo } from './keyboard.js';
import { openHelpdesk, passwordOf, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

const fixtures = join(import.meta.dirname, '../fixtures/znuny');
const moving = join(import.meta.dirname, '../fixtures/moving-in');

describe('clients as a file', () => {
  let helpdesk: OpenHelpdesk;
  let ada: Visitor;

  beforeAll(async () => {
    helpdesk = await openHelpdesk();
    ada = await Visitor.at(helpdesk);
    await ada.goTo('/mailroom/transfer');
    await ada.signIn('ada');
  }, 120_000);
  afterAll(async () => {
    await ada?.leave();
    await helpdesk?.close();
  });

  it('shows what would become of a file of Znuny, and then takes it', async () => {
    const yaml = [
      readFileSync(join(fixtures, 'own-provider.yml'), 'utf8')
        .replace(/^(?!---)/gm, '  ')
        .replace('---\n  ', '- '),
      readFileSync(join(fixtures, 'microsoft-outlook-before-auth-flow.yml'), 'utf8').replace('---\n', ''),
      '- Name: Broken\n  Config: {AuthFlow: Implicit, ClientID: x, Requests: {}}\n',
    ].join('\n');
    await ada.page.locator('input[type=file]').setInputFiles({
      name: 'OAuth2TokenConfigurationExport.yml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(yaml),
    });
    await ada.button('Show what would happen').click();
    await ada.heading('Recognised as an export of Znuny').waitFor();
    await ada.reads('4 to add');
    await ada.reads('1 refused');
    await picture(ada.page, 'import preview');
    await ada.button('Import 4 clients').click();
    await ada.reads('4 added');
    await ada.link('Own provider').click();
    await ada.heading('Own provider').waitFor();
  }, 60_000);

  it('leads who imports and exports at the keyboard to what came of it', async () => {
    await ada.goTo('/mailroom/transfer');
    await ada
      .field('Or paste its text')
      .fill(
        readFileSync(join(fixtures, 'own-provider.yml'), 'utf8').replace('Own provider', 'By the keyboard'),
      );
    const press = async (name: string) => {
      await tabTo(ada.page, ada.button(name));
      await ada.page.keyboard.press('Enter');
    };
    const focused = () => ada.page.evaluate<string>('document.activeElement.textContent');
    const leadsTo = (text: string) =>
      until(async () => (await focused()).includes(text) && !(await focused()).includes('Skip to content'), {
        what: `the focus on ${text}`,
      });
    await press('Show what would happen');
    await leadsTo('1 to add');
    await press('Import 1 client');
    await leadsTo('1 added');
    const exported = ada.page.waitForEvent('download');
    await press('Export');
    await exported;
    await leadsTo('Export');
  }, 60_000);

  it('says what is wrong with a file, and where', async () => {
    await ada.goTo('/mailroom/transfer');
    await ada.field('Or paste its text').fill('- Name: A\n\tConfig: {}\n');
    // As soon as it stands there.
    await ada.reads(/stops being YAML in line 2, column \d+: there is a sign that does not belong there\./);
    await ada.button('Show what would happen').click();
    await ada.reads(/stops being YAML in line 2/);
    await picture(ada.page, 'import refused');
  }, 60_000);

  it.each(['transfer', 'moving-in'])(
    'asks before what was pasted into %s is thrown away',
    async (page) => {
      await ada.goTo(`/mailroom/${page}`);
      await ada.field('Or paste its text').fill('- Name: A\n');
      await ada.link('Outbox').click();
      await ada.reads('Leave without saving?');
      await ada.button('Stay here').click();
      expect(await ada.field('Or paste its text').inputValue()).toBe('- Name: A\n');
      await ada.field('Or paste its text').fill('');
      await ada.link('Outbox').click();
      await ada.page.waitForURL(({ pathname }) => pathname === '/mailroom/outbox');
    },
    60_000,
  );

  it('hands out secrets in clear text only to somebody who gives the password once more', async () => {
    await ada.goTo('/mailroom/transfer');
    await ada.page.getByRole('radio', { name: /In clear text/ }).check();
    await ada.page.getByRole('checkbox', { name: /readable/ }).check();
    await ada.button('Export').click();
    await ada.reads('prove once more that it is you');
    await picture(ada.page, 'export in clear text');
    await ada.link('Enter your password again').click();
    await ada.heading('Is it still you?').waitFor();
    await picture(ada.page, 'password once more');
    await ada.field('Password').fill('wrong');
    await ada.button('Go on').click();
    await ada.reads('That is not your password.');
    await ada.field('Password').fill(passwordOf('ada'));
    await ada.button('Go on').click();
    await ada.page.waitForURL(/mailroom\/transfer\?secrets=clear/);
    expect(
      await exported(async () => ada.page.getByRole('checkbox', { name: /readable/ }).check()),
    ).toContain('value: fixture-secret-of-our-own');
  }, 60_000);

  it('seals them under a passphrase that was typed twice', async () => {
    await ada.goTo('/mailroom/transfer');
    await ada.page.getByRole('radio', { name: /Seal under a passphrase/ }).check();
    await ada.field('Passphrase').fill('twelve letters');
    await ada.field('Passphrase once more').fill('twelve');
    await ada.button('Export').click();
    await ada.reads('This is not the same passphrase.');
    await picture(ada.page, 'export sealed');
    const text = await exported(async () => ada.field('Passphrase once more').fill('twelve letters'));
    expect([text.includes('kdf: scrypt'), text.includes('fixture-secret')]).toEqual([true, false]);
  }, 60_000);

  it('moves in mail accounts of Znuny: first what would happen, then what needs somebody, then the report', async () => {
    await ada.goTo('/mailroom/transfer');
    await ada.link('Accounts, servers and routes of another system').click();
    await ada.heading('Moving in').waitFor();
    await ada.page.locator('input[type=file]').setInputFiles(join(moving, 'znuny-mail-accounts.csv'));
    await ada.button('Show what would happen').click();
    await ada.heading('Recognised: Mail accounts of Znuny').waitFor();
    await ada.reads('6 to add');
    await ada.reads('2 left out');
    await picture(ada.page, 'moving in preview');
    const rows = ada.page.getByRole('list', { name: 'Rows of the file' }).getByRole('listitem');
    expect(await rows.count()).toBe(9);

    // By the keyboard: the filter is a group of radio buttons.
    await ada.page.getByRole('radio', { name: /^All rows/ }).focus();
    await ada.page.keyboard.press('ArrowRight');
    await ada.page
      .getByRole('radio', { name: /^Needs attention/, checked: true })
      .waitFor({ state: 'attached' });
    await until(async () => (await rows.count()) < 9, { what: 'the rows that need somebody' });
    await picture(ada.page, 'moving in, what needs attention');
    await ada.page.getByRole('radio', { name: /^Needs attention/ }).press('ArrowLeft');

    const first = rows.filter({ hasText: 'support@brightwater.example @ imap' }).first();
    await first.getByRole('button', { name: /^What becomes of/ }).press('Enter');
    await first.getByText('a secret, never shown').waitFor();
    await ada.reads('imap, tls, port 993');

    await ada.page.getByLabel('Queue 3').selectOption({ index: 1 });
    await ada.page.getByText('names its queue by the number 3').waitFor({ state: 'detached' });
    await ada.button('Move in 6 rows').click();
    await ada.reads('6 added');
    const [download] = await Promise.all([
      ada.page.waitForEvent('download'),
      ada.button('Save the report').click(),
    ]);
    const report = readFileSync(await download.path(), 'utf8');
    expect(report).toContain('# Moving in: Mail accounts of Znuny');
    expect(report).toContain('- [ ] Its login “billing” is no address.');
    expect(report).toContain('pw: a secret, never shown → password');
    expect(report).not.toMatch(/Kettle|Harbour9|Orchard/);
    expect(await ada.page.content()).not.toMatch(/Kettle|Harbour9|Orchard/);
  }, 90_000);

  it('says that the same file has moved in already, on a telephone, too', async () => {
    await ada.page.setViewportSize({ width: 390, height: 844 });
    await ada.goTo('/mailroom/moving-in');
    await ada.page.locator('input[type=file]').setInputFiles(join(moving, 'znuny-mail-accounts.csv'));
    await ada.button('Show what would happen').click();
    await ada.reads('6 here already');
    await ada.reads('There is nothing new in it.');
    const wide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await ada.page.evaluate<boolean>(wide)).toBe(false);
    const disclosures = ada.page.getByRole('button', { name: /^What becomes of/ });
    await disclosures.first().click();
    await ada.page.getByRole('table').first().waitFor();
    expect(await ada.page.evaluate<boolean>(wide)).toBe(false);
    await picture(ada.page, 'moving in on a telephone');
    await ada.link('support@brightwater.example @ imap.brightwater.example').first().click();
    await ada.heading('support@brightwater.example').waitFor();
    await ada.page.setViewportSize({ width: 1280, height: 800 });
  }, 90_000);

  it.each([
    ['en-US', 'Show what would happen', 'Move in 40 rows', 'Moved in: 0 of 40 rows', 'Stop', '40 to add'],
    [
      'de-DE',
      'Zeigen, was geschehen würde',
      '40 Zeilen übernehmen',
      'Übernommen: 0 von 40 Zeilen',
      'Anhalten',
      '40 hinzuzufügen',
    ],
  ])(
    'stops moving in, and nothing was done: %s',
    async (locale, look, run, far, stop, toAdd) => {
      const admin = await Visitor.at(helpdesk, locale);
      await admin.page.context().addCookies(await ada.page.context().cookies());
      const rows = Array.from({ length: 40 }, (_, n) => `desk${n}@large.example,imap.large.example,IMAPS,x`);
      const file = Buffer.from(['login,host,account_type,pw', ...rows].join('\n'));
      await admin.goTo('/mailroom/moving-in');
      await admin.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: file });
      await admin.button(look).click();
      await admin.reads(toAdd);
      const held = helpdesk.service(DataSource).createQueryRunner();
      await held.startTransaction();
      // Nobody gets a row in.
      await held.query('lock table mailroom.mail_account in share mode');
      await admin.button(run).click();
      await admin.reads(far);
      expect(await namelessControls(admin.page)).toEqual([]);
      await picture(admin.page, `moving in under way ${locale}`);
      await admin.button(stop).click();
      await admin.page.getByText(far).waitFor({ state: 'detached' });
      await held.rollbackTransaction();
      await held.release();
      await admin.reads(toAdd);
      const count = `select count(*)::int from mailroom.mail_account where login like '%@large.example'`;
      await helpdesk.database.query(`select pg_advisory_xact_lock(hashtext('mailroom.moving-in'))`);
      expect(await helpdesk.database.query(count)).toEqual([{ count: 0 }]);
      expect([...admin.strayed, ...admin.complaints]).toEqual([]);
      await admin.leave();
    },
    90_000,
  );

  it('says which columns a file has that nobody knows', async () => {
    await ada.goTo('/mailroom/moving-in');
    await ada.field('Or paste its text').fill('colour,size\nred,1\n');
    await ada.button('Show what would happen').click();
    await ada.reads(/Its columns: colour, size/);
    await ada.page.getByLabel('What it is').selectOption('odoo-system-parameters');
    await ada.button('Show what would happen').click();
    await ada.reads('1 no counterpart');
  }, 60_000);

  it('complains about nothing on the way', () => {
    // The refusals that the story is about: browsers note each of them.
    const expected = /status of (422|401)/;
    expect([...ada.complaints.filter((line) => !expected.test(line)), ...ada.strayed]).toEqual([]);
  });

  async function exported(ready: () => Promise<void>): Promise<string> {
    await ready();
    const [download] = await Promise.all([ada.page.waitForEvent('download'), ada.button('Export').click()]);
    expect(download.suggestedFilename()).toBe('mailroom-clients.yaml');
    return readFileSync(await download.path(), 'utf8');
  }
});
