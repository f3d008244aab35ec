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

  it('gets along without a public URL on the command line alone', () => {
    const settings = from({ work: false }, { ...found, servesHttp: false });
    expect(settings).toMatchObject({ hasPublicUrl: false, commandOnly: true });
    expect(() => from({ work: false })).toThrow(/settings set public-url/);
    expect(() => from({ work: true }, { ...found, servesHttp: false })).toThrow(/settings set public-url/);
  });

  it.each([
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
