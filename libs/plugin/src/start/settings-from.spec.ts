import { settingKeys } from '@mailroom/kernel';
import { checkedOptions, type MailroomOptions } from './options.js';
import { settingsFrom } from './settings-from.js';

const found = { stored: new Map<string, string | number>(), mountPath: 'mailroom', servesHttp: true };
const storing = (publicUrl: string) => ({ ...found, stored: new Map([['public-url', publicUrl]]) });
const from = (options: MailroomOptions, there = found) => settingsFrom(checkedOptions(options), there);

describe('settingsFrom', () => {
  it('fills in what a host leaves out', () => {
    const settings = from({ publicUrl: 'http://localhost:3000' });
    expect(settings).toMatchObject({ work: true, maxConnections: 3, privateNetworks: [], production: false });
    expect(settings.at('oauth2/callback')).toBe('http://localhost:3000/mailroom/oauth2/callback');
  });

  it('keeps a path of the public URL in front of the mount', () => {
    const there = { ...found, mountPath: 'admin/mail' };
    const settings = from({ publicUrl: 'https://desk.example/backend/' }, there);
    expect(settings.at('oauth2/callback')).toBe('https://desk.example/backend/admin/mail/oauth2/callback');
    expect(settings.production).toBe(true);
  });

  it('goes by what is stored where the host says nothing, and by the option otherwise', () => {
    expect(from({}, storing('https://stored.example')).at('')).toBe('https://stored.example/mailroom');
    const settings = from({ publicUrl: 'https://desk.example' }, storing('https://stored.example'));
    expect(settings.at('')).toBe('https://desk.example/mailroom');
    expect(settings.fixed).toEqual({ 'public-url': 'https://desk.example' });
  });

  it('lets an option decide each setting, and none where it is left out', () => {
    const decided = {
      publicUrl: 'https://desk.example',
      auditRetentionDays: 30,
      runRetentionDays: 7,
      outboxRetentionDays: 0,
      rawMailRetentionDays: 1,
      sameMail: 'once',
      connectionLimits: [{ host: '*.Example.com', per: 'login', limit: 3 }],
      draftAfterFailingDays: 5,
      senderLimitMails: 0,
      senderLimitMinutes: 60,
      personalServersPerPerson: 2,
      controlHeaderPrefixes: 'X-Desk-',
      bannerRecipients: 'ada@desk.example',
      language: 'de',
    } as const;
    const { fixed } = from(decided);
    expect(fixed).toEqual({
      'public-url': 'https://desk.example',
      'audit-retention-days': 30,
      'run-retention-days': 7,
      'outbox-retention-days': 0,
      'raw-mail-retention-days': 1,
      'same-mail': 'once',
      'connection-limits': [{ host: '*.example.com', per: 'login', limit: 3 }],
      'draft-after-failing-days': 5,
      'sender-limit-mails': 0,
      'sender-limit-minutes': 60,
      'personal-servers-per-person': 2,
      'control-header-prefixes': 'x-desk-',
      'banner-recipients': 'ada@desk.example',
      language: 'de',
    });
    expect(Object.keys(fixed)).toEqual(settingKeys);
    expect(from({ publicUrl: 'http://localhost' }).fixed).toEqual({ 'public-url': 'http://localhost' });
  });

  it('gets along without a public URL on the command line alone', () => {
    const settings = from({ work: false }, { ...found, servesHttp: false });
    expect(settings).toMatchObject({ hasPublicUrl: false, commandOnly: true });
    expect(() => from({ work: false })).toThrow(/settings set public-url/);
    expect(() => from({ work: true }, { ...found, servesHttp: false })).toThrow(/settings set public-url/);
  });

  it.each<[string, MailroomOptions, RegExp]>([
    [
      'plain http',
      { publicUrl: 'http://desk.example' },
      /publicUrl is http:\/\/desk\.example, .* set it to an https/,
    ],
    ['what looks like localhost', { publicUrl: 'http://127.0.0.1:3000' }, /set it to an https/],
    ['no URL', { publicUrl: 'desk.example' }, /publicUrl is not readable/],
    ['nothing at all', {}, /set option publicUrl .* run `mailroom settings set public-url https:\/\/…`/],
    ['a pool of one', { publicUrl: 'http://localhost', maxConnections: 1 }, /maxConnections/],
    ['no retention', { publicUrl: 'http://localhost', auditRetentionDays: 0 }, /auditRetentionDays/],
    [
      'prefixes of nothing',
      { publicUrl: 'http://localhost', controlHeaderPrefixes: 'desk' },
      /option controlHeaderPrefixes: has to read like/,
    ],
    [
      'a limit of none',
      { publicUrl: 'http://localhost', connectionLimits: [{ host: '*', per: 'host', limit: 0 }] },
      /option connectionLimits\.0\.limit/,
    ],
    [
      'a host of nothing',
      { publicUrl: 'http://localhost', connectionLimits: [{ host: 'a b', per: 'host', limit: 1 }] },
      /option connectionLimits\.0\.host: is no host name/,
    ],
    [
      'letters to nobody',
      { publicUrl: 'http://localhost', bannerRecipients: 'ada' },
      /option bannerRecipients: has to read like ada@/,
    ],
    [
      'a network without bits',
      { publicUrl: 'http://localhost', privateNetworks: ['10.0.0.1'] },
      /privateNetworks\.0: is no CIDR/,
    ],
  ])('refuses %s with one sentence', (_, options, sentence) => {
    expect(() => from(options)).toThrow(sentence);
  });

  it('names the setting when that is what is wrong', () => {
    const sentence =
      /setting public-url is http:\/\/desk\.example, .* run `mailroom settings set public-url https:/;
    expect(() => from({}, storing('http://desk.example'))).toThrow(sentence);
  });
});
