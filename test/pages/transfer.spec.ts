import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHelpdesk, passwordOf, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { Visitor } from './visitor.js';

const fixtures = join(import.meta.dirname, '../fixtures/znuny');

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

  it('says what is wrong with a file, and where', async () => {
    await ada.goTo('/mailroom/transfer');
    await ada.field('Or paste its text').fill('- Name: A\n\tConfig: {}\n');
    await ada.button('Show what would happen').click();
    await ada.reads(/stops being YAML in line 2/);
    await picture(ada.page, 'import refused');
  }, 60_000);

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
